import type { ScreenProps } from '../dashboard.tsx';
import { Overview } from './overview.tsx';

export const Portals = ({ route }: ScreenProps) => <Overview route={route} />;
