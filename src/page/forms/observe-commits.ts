/** What was pressed to send, look up, empty or leave a form. docs/measurement.md, "Submission". */

import type { CommitClass, PageMs } from '../../core/events.ts';
import { compileCommitWords } from '../../core/forms/commit-words.ts';
import type { FormWords } from '../../core/forms/form-words.ts';
import { parentOf } from '../frame/event-target.ts';
import type { PageRoom } from '../frame/frame-context.ts';
import { anchorOf, around, holds, hostOf } from '../frame/inner-frames.ts';
import type { Fields } from './changed-fields.ts';
import { type Watch, watchOutcome } from './observe-outcome.ts';

/** A short reply: 收到, 好的, 已办理. */
const longestReply = 4;

export function observeCommits(room: PageRoom, fields: Fields, words: FormWords): void {
  const { classOf, toastSays } = compileCommitWords(words);
  const { document } = room;
  const { isShown, later, targetOf, wordsOn } = room.sight;
  const isPost = (form: Element) => form.getAttribute('method')?.toLowerCase() === 'post';
  let lastControl = -1e9;
  let lastPress = -1e9;
  let hasPassword = false;
  let watch: Watch | null = null;

  const press = (commit: CommitClass, control: Element, at: PageMs) => {
    fields.read(at);
    const sends = /^(co|nat)/.test(commit);
    const dialog = around(control, words.dialogs);
    const box = dialog ?? around(control, 'form');
    const filled = fields.filled();
    // The nearest neighbours that were filled, within the dialog.
    let scope: number | null = null;
    // A search box beside a half-filled form must not take that form along.
    const fence = sends ? dialog : around(control, words.boxes);
    for (let near: Element | null = control; near; near = near === fence ? null : (parentOf(near) ?? hostOf(near))) {
      const inside = filled.filter((m) => holds(near as Element, anchorOf(m.element, document)));
      if (inside.length > 0) {
        scope = inside.at(-1)?.scope ?? null;
        break;
      }
    }
    // A message box may hold a hidden field for its kin that asks for words.
    const inDialog =
      dialog !== null &&
      ![...dialog.querySelectorAll('input,textarea,select,iframe,[contenteditable=true]')].some(isShown);
    let sort = commit;
    // A name, a tenant and a password open a session; more than that registers somebody.
    const isFew = filled.filter((m) => m.scope === scope).length <= 2;
    if (
      hasPassword &&
      isFew &&
      (sends || commit === 'login') &&
      (box ?? document).querySelector('input[type=password]')
    ) {
      sort = 'login';
      hasPassword = false;
      room.report({ kind: 'login', at: room.epoch(at) });
    } else if (commit === 'confirm' && !inDialog) sort = 'commit';
    watch?.end();
    watch = null;
    lastPress = at;
    if (inDialog) scope = null;
    room.report({ kind: 'commit', at: room.epoch(at), commit: sort, scope, inDialog });
    if (/^(co|nat|dra)/.test(sort))
      watch = watchOutcome(room, {
        box,
        fields: filled.filter((m) => scope === null || m.scope === scope).map((m) => m.element),
        scope,
        words,
        toastSays,
      });
    room.flush();
  };

  room.on<MouseEvent>(['click'], (event, at) => {
    const control = wordsOn(event);
    if (control === null) return;
    lastControl = at;
    const sort = classOf(control.words);
    if (sort === 'template' || sort === 'export') room.report({ kind: 'table', at: room.epoch(at), sort, cells: 0 });
    // Who turns away has the answer, or none.
    else if (sort === 'quit') watch?.end();
    else if (sort) press(sort, control.element, at);
  });
  room.on(['invalid'], () => watch?.fail());
  room.on<SubmitEvent>(['submit'], (event, at) => {
    const form = targetOf(event);
    if (form === null || at - lastPress < 1_000) return;
    // Only after the page's own listeners is it known whether the browser itself sends it.
    setTimeout(() => {
      const isSearch = form.querySelector('input[type=search]') !== null || !(event.defaultPrevented || isPost(form));
      press(isSearch ? 'search' : 'native', form, at);
    });
  });
  room.on<FormDataEvent>(['formdata'], (event, at) => {
    const form = targetOf(event);
    // Only a control that was just activated sends a form; after a choice it is the page that posts itself back.
    if (form && at - lastPress > 1_000 && at - lastControl < 1_000 && isPost(form)) press('native', form, at);
  });
  /** A short reply was sent when its box is empty a moment later. */
  const reply = (e: Element | null) => {
    const box = e?.closest('textarea,[contenteditable=true]');
    // Its words are never read, only how many characters there are.
    const length = () => (box as HTMLTextAreaElement).textLength ?? box?.textContent?.length;
    const tell = () =>
      room.report({ kind: 'words', sort: 'reply', at: room.epoch(room.now()), on: [], near: [], count: 1, due: [] });
    if (box && length() && length() <= longestReply) later(300, () => length() || tell());
  };
  room.on<KeyboardEvent>(['keydown'], (event, at) => {
    if (event.key !== 'Enter') hasPassword ||= (event.target as HTMLInputElement).type === 'password';
    else if (!event.isComposing) {
      fields.read(at);
      if (!event.shiftKey) reply(targetOf(event));
    }
  });
  room.on(['pagehide'], () => {
    const at = room.now();
    fields.read(at);
    // Another control was pressed since: it is what leads away.
    if (lastControl > lastPress) watch?.end();
    if (watch || !fields.isEmpty())
      room.report({ kind: 'outcome', at: room.epoch(at), sign: 'navigated', scope: null });
    room.flush();
  });
}
