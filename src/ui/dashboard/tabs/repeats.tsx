import type { ScreenProps } from '../dashboard.tsx';
import { Overview } from './overview.tsx';

export const Repeats = ({ route }: ScreenProps) => <Overview route={route} />;
