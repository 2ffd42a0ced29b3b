/** Form filling as evidence: entries and what was pressed to send them. docs/measurement.md, "Repetitive form filling". */
import type { Vocabulary } from '../../core/forms/field-kinds.ts';
import type { FormWords } from '../../core/forms/form-words.ts';
import type { PageRoom } from '../frame/frame-context.ts';
import { openFields } from './changed-fields.ts';
import { observeCommits } from './observe-commits.ts';
import { observeEntries } from './observe-entries.ts';

/** `words`: src/core/forms/form-words.ts; `kinds`: src/data/field-kinds.json. The worker lays both ready. */
export function observeForms(room: PageRoom, words: FormWords, kinds: Vocabulary): void {
  const fields = openFields(room, words, kinds);
  observeEntries(room, fields, words);
  observeCommits(room, fields, words);
}
