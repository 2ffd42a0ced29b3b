/**
 * The script that observes forms. It is half of the code for pages, so frames without fields do not load it. When a
 * frame needs this script, forms/when-forms-needed.ts asks the worker. The worker then runs the script in the isolated
 * world of main.iife.ts.
 */
import type { Vocabulary } from '../core/forms/field-kinds.ts';
import type { FormWords } from '../core/forms/form-words.ts';
import { observeForms } from './forms/observe-forms.ts';
import { loadObserver } from './frame/load-observer.ts';

loadObserver<{ words: Vocabulary; forms: FormWords }>('forms', ['words', 'forms'], (ctx, { words, forms }) =>
  observeForms(ctx, forms, words),
);
