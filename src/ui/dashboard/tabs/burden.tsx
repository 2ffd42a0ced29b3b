import type { ScreenProps } from '../dashboard.tsx';
import { Overview } from './overview.tsx';

export const Burden = ({ route }: ScreenProps) => <Overview route={route} />;
