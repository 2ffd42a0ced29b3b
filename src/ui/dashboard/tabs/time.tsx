import type { ScreenProps } from '../dashboard.tsx';
import { Overview } from './overview.tsx';

export const Time = ({ route }: ScreenProps) => <Overview route={route} />;
