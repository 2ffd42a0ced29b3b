import type { ScreenProps } from '../dashboard.tsx';
import { Overview } from './overview.tsx';

export const Coverage = ({ route }: ScreenProps) => <Overview route={route} />;
