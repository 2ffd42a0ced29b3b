/**
 * The script that observes commits, their outcomes, and choices in custom controls. The worker runs it in a frame with fields as soon as a person uses
 * the frame (forms/observe-forms.ts).
 */
import { observeCommits } from './commits/observe-commits.ts';
import { observePicks } from './commits/observe-picks.ts';
import type { FormsContext } from './forms/forms-context.ts';
import { loadObserver } from './frame/load-observer.ts';

loadObserver('commits', [], (ctx) => {
  observePicks(ctx as FormsContext);
  observeCommits(ctx as FormsContext);
});
