/**
 * The form observer, in a frame that has fields. It is half of our code, so a frame without fields never pays for it:
 * src/page/forms/when-forms-needed.ts asks the worker, which runs this file beside main.iife.ts, in the same world.
 */
import type { Vocabulary } from '../core/forms/field-kinds.ts';
import type { FormWords } from '../core/forms/form-words.ts';
import { observeForms } from './forms/observe-forms.ts';
import { takeUp } from './frame/load-observer.ts';

takeUp<{ words: Vocabulary; forms: FormWords }>('forms', ['words', 'forms'], (room, { words, forms }) =>
  observeForms(room, forms, words),
);
