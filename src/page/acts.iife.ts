/** The observer of burden acts, in a frame that has words of them: src/page/call-acts.ts asks for it. */
import type { ActWords } from '../core/acts/act-words.ts';
import { observeActs } from './observe-acts.ts';
import { takeUp } from './take-up.ts';

takeUp<{ acts: ActWords }>('acts', ['acts'], (room, { acts }) => observeActs(room, acts));
