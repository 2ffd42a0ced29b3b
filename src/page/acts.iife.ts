/** The script that observes burden acts. The worker runs it in a frame when acts/when-acts-needed.ts asks for it. */
import type { ActWords } from '../core/acts/act-words.ts';
import { observeActs } from './acts/observe-acts.ts';
import { loadObserver } from './frame/load-observer.ts';

loadObserver<{ acts: ActWords }>('acts', ['acts'], (ctx, { acts }) => observeActs(ctx, acts));
