/**
 * This folder observes how forms are filled: which values are entered. What is pressed to send them is observed by
 * ../commits. docs/measurement/forms.md
 */
import type { FormWords } from '../../core/forms/form-words.ts';
import type { WordModel } from '../../core/forms/word-model.ts';
import { world } from '../frame/extension.ts';
import type { ScriptContext } from '../frame/frame-context.ts';
import { boxOf, dialogOf } from './boxes.ts';
import { trackFields } from './changed-fields.ts';
import { classifiersOf, type Task } from './classifiers.ts';
import type { FormsContext } from './forms-context.ts';
import { labelOf } from './label-of.ts';
import { observeEntries } from './observe-entries.ts';

/** The types of events that are kept for the observer of commits until it has loaded. */
const bufferedForCommits = ['click', 'keydown', 'submit', 'formdata', 'invalid'];

/**
 * Observes the forms of one frame. `words` come from src/core/forms/form-words.ts, `models` from
 * src/data/word-models.json. The worker stores both for pages.
 */
export function observeForms(ctx: ScriptContext, words: FormWords, models: Readonly<Record<Task, WordModel>>): void {
  const classifiers = classifiersOf(models);
  const fields = trackFields(ctx, words, classifiers);
  observeEntries(ctx, fields, words);
  const commits = ctx.prepareScript('page.commits', bufferedForCommits);
  const shared: Omit<FormsContext, keyof ScriptContext> = {
    fields,
    words,
    classifiers,
    dialogOf: (e) => dialogOf(e, words),
    boxOf: (e) => boxOf(e, words),
    labelOf: (e) => labelOf(e, words),
  };
  world.ledgerContexts ??= {};
  world.ledgerContexts.commits = Object.assign(commits.ctx, shared);
  // The server may have answered a log-in with the same log-in again.
  if ([...ctx.document.querySelectorAll('[type=password]')].some(ctx.dom.isShown))
    ctx.report({ kind: 'outcome', at: ctx.epoch(ctx.now()), sign: 'login-shown', scope: null });
  // A press takes some tens of milliseconds, so that the observer has loaded when the click comes.
  const end = ctx.on(['pointerdown', 'keydown', 'focusin'], () => {
    end();
    commits.load();
  });
  ctx.on(['pagehide'], (_event, at) => {
    // The observer of commits does this itself.
    if (commits.ctx.early === null) return;
    fields.read(at);
    if (!fields.isEmpty()) ctx.report({ kind: 'outcome', at: ctx.epoch(at), sign: 'navigated', scope: null });
    ctx.flush();
  });
}
