/**
 * Observes presses on controls that send a form, start a search, empty a form or leave it. docs/measurement.md,
 * "Submission".
 */

import type { CommitClass, PageMs } from '../../core/events.ts';
import { compileCommitWords } from '../../core/forms/commit-words.ts';
import type { FormWords } from '../../core/forms/form-words.ts';
import { parentOf } from '../frame/event-target.ts';
import type { FrameContext } from '../frame/frame-context.ts';
import { anchorOf, closestAcrossRoots, containsAcrossRoots, shadowHostOf } from '../frame/inner-frames.ts';
import type { ChangedFields } from './changed-fields.ts';
import { type OutcomeWatch, watchOutcome } from './observe-outcome.ts';

/** A short reply has at most this many characters: 收到, 好的, 已办理. */
const maxReplyCharacters = 4;

/** Observes the commits of one frame and sends them to the worker. `fields` are the changed fields of the frame. */
export function observeCommits(ctx: FrameContext, fields: ChangedFields, words: FormWords): void {
  const { classOf, toastSays } = compileCommitWords(words);
  const { document } = ctx;
  const { isShown, delay, targetOf, controlOf } = ctx.dom;
  const isPost = (form: Element) => form.getAttribute('method')?.toLowerCase() === 'post';
  let lastControl = -1e9;
  let lastCommit = -1e9;
  let hasPassword = false;
  let watch: OutcomeWatch | null = null;

  const onCommit = (pressed: CommitClass, control: Element, at: PageMs) => {
    fields.read(at);
    const sends = /^(co|nat)/.test(pressed);
    const dialog = closestAcrossRoots(control, words.dialogs);
    const box = dialog ?? closestAcrossRoots(control, 'form');
    const filled = fields.filled();
    // The commit belongs to the filled fields nearest to the control, within the dialog.
    let scope: number | null = null;
    // Fields outside the box of a search control do not belong to the search. A half-filled form may be beside the box.
    const fence = sends ? dialog : closestAcrossRoots(control, words.boxes);
    for (
      let near: Element | null = control;
      near;
      near = near === fence ? null : (parentOf(near) ?? shadowHostOf(near))
    ) {
      const inside = filled.filter((field) => containsAcrossRoots(near as Element, anchorOf(field.element, document)));
      if (inside.length > 0) {
        scope = inside.at(-1)?.scope ?? null;
        break;
      }
    }
    // Only shown fields count. A message box may contain a hidden field, because its library also draws boxes that ask
    // for a text.
    const inDialog =
      dialog !== null &&
      ![...dialog.querySelectorAll('input,textarea,select,iframe,[contenteditable=true]')].some(isShown);
    let commit = pressed;
    // A log-in has at most a name and a tenant beside the password. A form with more fields registers a person.
    const isFew = filled.filter((field) => field.scope === scope).length <= 2;
    if (
      hasPassword &&
      isFew &&
      (sends || pressed === 'login') &&
      (box ?? document).querySelector('input[type=password]')
    ) {
      commit = 'login';
      hasPassword = false;
      ctx.report({ kind: 'login', at: ctx.epoch(at) });
    } else if (pressed === 'confirm' && !inDialog) commit = 'commit';
    watch?.end();
    watch = null;
    lastCommit = at;
    if (inDialog) scope = null;
    ctx.report({ kind: 'commit', at: ctx.epoch(at), commit, scope, inDialog });
    if (/^(co|nat|dra)/.test(commit))
      watch = watchOutcome(ctx, {
        box,
        fields: filled.filter((field) => scope === null || field.scope === scope).map((field) => field.element),
        scope,
        words,
        toastSays,
      });
    ctx.flush();
  };

  ctx.on<MouseEvent>(['click'], (event, at) => {
    const control = controlOf(event);
    if (control === null) return;
    lastControl = at;
    const sort = classOf(control.words);
    if (sort === 'template' || sort === 'export') ctx.report({ kind: 'table', at: ctx.epoch(at), sort, cells: 0 });
    // A press on a cancel button ends the wait for an outcome.
    else if (sort === 'quit') watch?.end();
    else if (sort) onCommit(sort, control.element, at);
  });
  ctx.on(['invalid'], () => watch?.fail());
  ctx.on<SubmitEvent>(['submit'], (event, at) => {
    const form = targetOf(event);
    if (form === null || at - lastCommit < 1_000) return;
    // The listeners of the page run first and decide whether the browser itself sends the form.
    setTimeout(() => {
      const isSearch = form.querySelector('input[type=search]') !== null || !(event.defaultPrevented || isPost(form));
      onCommit(isSearch ? 'search' : 'native', form, at);
    });
  });
  ctx.on<FormDataEvent>(['formdata'], (event, at) => {
    const form = targetOf(event);
    // A form counts only if a control was just pressed, because some pages post a form by script as soon as a value is
    // chosen.
    if (form && at - lastCommit > 1_000 && at - lastControl < 1_000 && isPost(form)) onCommit('native', form, at);
  });
  /** Sends a `reply` event if a box with a short text is empty a moment later. */
  const checkReply = (e: Element | null) => {
    const box = e?.closest('textarea,[contenteditable=true]');
    // Reads only the number of characters, never the text.
    const length = () => (box as HTMLTextAreaElement).textLength ?? box?.textContent?.length;
    const reportReply = () =>
      ctx.report({ kind: 'words', sort: 'reply', at: ctx.epoch(ctx.now()), on: [], near: [], count: 1, due: [] });
    if (box && length() && length() <= maxReplyCharacters) delay(300, () => length() || reportReply());
  };
  ctx.on<KeyboardEvent>(['keydown'], (event, at) => {
    if (event.key !== 'Enter') hasPassword ||= (event.target as HTMLInputElement).type === 'password';
    else if (!event.isComposing) {
      fields.read(at);
      if (!event.shiftKey) checkReply(targetOf(event));
    }
  });
  ctx.on(['pagehide'], () => {
    const at = ctx.now();
    fields.read(at);
    // If another control was pressed after the commit, that control caused the navigation.
    if (lastControl > lastCommit) watch?.end();
    if (watch || !fields.isEmpty()) ctx.report({ kind: 'outcome', at: ctx.epoch(at), sign: 'navigated', scope: null });
    ctx.flush();
  });
}
