/**
 * The script that observes forms. It is half of the code for pages, so frames without fields do not load it. When a
 * frame needs this script, forms/when-forms-needed.ts asks the worker. The worker then runs the script in the isolated
 * world of main.iife.ts.
 */
import type { FormWords } from '../core/forms/form-words.ts';
import type { WordModel } from '../core/forms/word-model.ts';
import type { Task } from './forms/classifiers.ts';
import { observeForms } from './forms/observe-forms.ts';
import { loadObserver } from './frame/load-observer.ts';

loadObserver<{ models: Readonly<Record<Task, WordModel>>; forms: FormWords }>(
  'forms',
  ['models', 'forms'],
  (ctx, { models, forms }) => observeForms(ctx, forms, models),
);
