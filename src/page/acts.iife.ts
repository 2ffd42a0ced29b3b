/** The observer of burden acts, in a frame that has words of them: src/page/when-acts-needed.ts asks for it. */
import type { ActWords } from '../core/acts/act-words.ts';
import { takeUp } from './load-observer.ts';
import { observeActs } from './observe-acts.ts';

takeUp<{ acts: ActWords }>('acts', ['acts'], (room, { acts }) => observeActs(room, acts));
