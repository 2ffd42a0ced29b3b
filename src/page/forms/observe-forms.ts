/**
 * This folder observes how forms are filled: which values are entered and which controls are pressed to send them.
 * docs/measurement.md, "Repetitive form filling".
 */
import type { Vocabulary } from '../../core/forms/field-kinds.ts';
import type { FormWords } from '../../core/forms/form-words.ts';
import type { FrameContext } from '../frame/frame-context.ts';
import { trackFields } from './changed-fields.ts';
import { observeCommits } from './observe-commits.ts';
import { observeEntries } from './observe-entries.ts';

/**
 * Observes the forms of one frame. `words` come from src/core/forms/form-words.ts, `kinds` from
 * src/data/field-kinds.json. The worker stores both for pages.
 */
export function observeForms(ctx: FrameContext, words: FormWords, kinds: Vocabulary): void {
  const fields = trackFields(ctx, words, kinds);
  observeEntries(ctx, fields, words);
  observeCommits(ctx, fields, words);
}
