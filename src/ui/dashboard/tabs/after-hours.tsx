import type { ScreenProps } from '../dashboard.tsx';
import { Overview } from './overview.tsx';

export const AfterHours = ({ route }: ScreenProps) => <Overview route={route} />;
