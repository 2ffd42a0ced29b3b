/** What every tab of the dashboard receives. */
import type { Route } from '../../route.ts';

export interface ScreenProps {
  readonly route: Route;
}
