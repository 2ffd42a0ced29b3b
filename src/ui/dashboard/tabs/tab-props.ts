/** The properties that every tab of the dashboard receives. */
import type { Route } from '../../route.ts';

export interface TabProps {
  readonly route: Route;
}
