/** The context that the scripts of forms share: what forms.iife.ts knows, for commits.iife.ts. */
import type { FormWords } from '../../core/forms/form-words.ts';
import type { ScriptContext } from '../frame/frame-context.ts';
import type { ChangedFields } from './changed-fields.ts';
import type { Classifiers } from './classifiers.ts';

/** Holds the changed fields of the frame, and functions, so that commits.iife.ts need not contain them again. */
export interface FormsContext extends ScriptContext {
  readonly fields: ChangedFields;
  readonly words: FormWords;
  readonly classifiers: Classifiers;
  /** As in boxes.ts. */
  dialogOf(e: Element): Element | null;
  boxOf(e: Element): Element | null;
  /** As in label-of.ts. */
  labelOf(field: Element): string;
}
