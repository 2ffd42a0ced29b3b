/**
 * The form observer, in a frame that has fields. It is half of our code, so a frame without fields never pays for it:
 * src/page/when-forms-needed.ts asks the worker, which runs this file beside main.iife.ts, in the same world.
 */
import type { Vocabulary } from '../core/forms/field-kinds.ts';
import type { FormWords } from '../core/forms/form-words.ts';
import { takeUp } from './load-observer.ts';
import { observeForms } from './observe-forms.ts';

takeUp<{ words: Vocabulary; forms: FormWords }>('forms', ['words', 'forms'], (room, { words, forms }) =>
  observeForms(room, forms, words),
);
