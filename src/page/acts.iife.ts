/** The observer of burden acts, in a frame that has words of them: src/page/acts/when-acts-needed.ts asks for it. */
import type { ActWords } from '../core/acts/act-words.ts';
import { observeActs } from './acts/observe-acts.ts';
import { takeUp } from './frame/load-observer.ts';

takeUp<{ acts: ActWords }>('acts', ['acts'], (room, { acts }) => observeActs(room, acts));
