/**
 * Form filling as evidence: which field was left with a changed value, how it came in, what was pressed to send it.
 * Per keystroke a mark is set and nothing else; labels, kinds and fingerprints are made when the field is left.
 * Passwords, one-time codes, hidden fields and masked values are never read. docs/measurement.md.
 */

import { printsOf } from '../core/canonical.ts';
import { commitClass } from '../core/commit-words.ts';
import type { CommitClass, EntryWay, PageMs } from '../core/events.ts';
import { fieldKindOf, plainLabel, vocabularyOf } from '../core/field-kinds.ts';
import { fingerprint } from '../core/fingerprint.ts';
import { wordsOn } from './controls.ts';
import { labelOf } from './observe-labels.ts';
import { heldBy, isShown, type Watch, watchOutcome } from './observe-outcome.ts';
import type { PageRoom } from './room.ts';

interface Mark {
  readonly id: number;
  readonly element: Element;
  way: EntryWay | null;
  /** Changed since the last report. */
  isDirty: boolean;
  wasSent: boolean;
  focusMs: number;
  scope: number;
}

const dialogs =
  'dialog,[role=dialog],[class*=-drawer],[class$=-dialog],.ant-modal,.layui-layer,.window,.vxe-modal--box,.el-message-box';
const boxes = `${dialogs},form,fieldset,.layui-form,.panel,.card,.box`;
const options =
  '[role=option],[class*=select-dropdown__item],.el-cascader-node,[class*=item-option],.ant-picker-cell,td.available,.laydate-main td,dd[lay-value],.combobox-item';
const pickers = '[class*=-select],.combo,.el-cascader,.ant-picker,.el-date-editor';
/** Their values say nothing that is compared, and their input means a choice. */
const chosen = /^(checkbox|radio|range|color|date|month|week|time|datetime-local|number)$/;
const unread = /^(password|hidden|submit|button|image|reset|file)$/;
const secret = /[验驗动動][证證态態]?[码碼密]|口令|密[码碼]|captcha|otp|verif|passw|pwd/i;

const typeOf = (e: Element) => (e.tagName === 'INPUT' ? (e as HTMLInputElement).type : '');
const isNative = (e: Element) => e.tagName === 'INPUT' || e.tagName === 'TEXTAREA' || e.tagName === 'SELECT';
/** A page's own designMode document counts as its body. */
const editorOf = (e: Element): Element | null =>
  isNative(e) ? e : e.ownerDocument.designMode === 'on' ? e.ownerDocument.body : editingHost(e);

function editingHost(e: Element): Element | null {
  let at: Element | null = (e as HTMLElement).isContentEditable ? e : null;
  while (at?.parentElement && (at.parentElement as HTMLElement).isContentEditable) at = at.parentElement;
  return at;
}

/** `words`: src/data/field-kinds.json, which the worker lays ready, so that pages needn't load it with the code. */
export function observeForms(room: PageRoom, words: Readonly<Record<string, string>>): void {
  const vocabulary = vocabularyOf(words);
  const { document } = room;
  const view = document.defaultView as Window & typeof globalThis;
  const marks = new Map<Element, Mark>();
  const scopes = new WeakMap<Element, number>();
  // Numbers of an earlier document of the same frame must not be met again.
  let next = Math.floor(view.performance.timeOrigin % 1e7) * 1000 + 1;
  let focused: Element | null = null;
  let focusedAt = 0 as PageMs;
  let announced: EventTarget | null = null;
  let opener: Element | null = null;
  let lastControl = -1e9;
  let lastPress = -1e9;
  let hasPassword = false;
  let watch: Watch | null = null;

  const scopeOf = (e: Element): number => {
    const box = e.closest(dialogs) ?? e.closest(boxes);
    if (box === null) return 0;
    let id = scopes.get(box);
    if (id === undefined) {
      id = next++;
      scopes.set(box, id);
    }
    return id;
  };
  const markOf = (element: Element): Mark => {
    let mark = marks.get(element);
    if (mark === undefined) {
      if (marks.size > 3_000) for (const e of marks.keys()) if (!e.isConnected) marks.delete(e);
      mark = { id: next++, element, way: null, isDirty: false, wasSent: false, focusMs: 0, scope: 0 };
      marks.set(element, mark);
    }
    return mark;
  };
  const targetOf = (event: Event): Element | null => {
    const target = event.composedPath()[0] as Node | undefined;
    return target?.nodeType === 1 ? (target as Element) : (target?.parentElement ?? null);
  };

  /** Looks at a field once it is left: the only place where a value is read. */
  const read = (mark: Mark, at: PageMs) => {
    const { element } = mark;
    if (element === focused) {
      mark.focusMs += at - focusedAt;
      focusedAt = at;
    }
    if (!mark.isDirty || mark.way === null) return;
    mark.isDirty = false;
    const type = typeOf(element);
    const label = labelOf(element);
    if (
      unread.test(type) ||
      element.getAttribute('autocomplete') === 'one-time-code' ||
      secret.test(label + element.getAttribute('name'))
    )
      return;
    const isChoice = element.tagName === 'SELECT' || chosen.test(type) || mark.way === 'picked';
    const value = heldBy(element);
    // Left as it was found: nothing was entered.
    if (value === '' && !mark.wasSent && !isChoice) return;
    const kind = fieldKindOf(vocabulary, label);
    const plain = plainLabel(label);
    mark.scope = scopeOf(element);
    mark.wasSent = true;
    room.report({
      kind: 'field',
      at: room.epoch(at),
      field: mark.id,
      scope: mark.scope,
      way: mark.way,
      fieldKind: kind,
      label: plain === '' ? null : fingerprint('label', plain),
      prints: isChoice && type !== 'number' ? [] : printsOf(value, kind),
      characters: isChoice ? 0 : value.trim().length,
      focusMs: Math.round(mark.focusMs),
    });
    mark.focusMs = 0;
    mark.way = null;
  };
  const readAll = (at: PageMs) => {
    for (const mark of marks.values()) if (mark.isDirty) read(mark, at);
  };

  room.on<FocusEvent>(['focusin'], (event, at) => {
    if (!event.isTrusted) return;
    const target = targetOf(event);
    if (target?.shadowRoot) room.attach(target.shadowRoot);
    const field = target === null ? null : editorOf(target);
    if (field === focused) return;
    focused = field;
    focusedAt = at;
  });
  room.on<FocusEvent>(['focusout'], (event, at) => {
    if (!event.isTrusted || focused === null) return;
    const mark = marks.get(focused);
    if (mark !== undefined) read(mark, at);
    focused = null;
  });

  room.on<InputEvent>(['beforeinput'], (event) => {
    if (!event.isTrusted) return;
    announced = event.target;
    // Editors of their own (wangEditor) cancel the input and write themselves.
    if (event.target !== null && !isNative(event.target as Element)) enter(event);
  });
  room.on<InputEvent>(['input'], (event, _at) => {
    if (!event.isTrusted) return;
    const sort = event.inputType;
    // A page's own execCommand is trusted, and nobody's entry: no beforeinput came first.
    const isAnnounced = announced === event.target;
    announced = null;
    if (sort && !isAnnounced && !sort.startsWith('insertCompos')) return;
    enter(event);
  });
  const enter = (event: InputEvent) => {
    const target = targetOf(event);
    const field = target === null ? null : editorOf(target);
    if (field === null) return;
    const mark = markOf(field);
    mark.isDirty = true;
    const way = wayOf(event.inputType, field);
    // What was pasted and then mended stays pasted; what was typed and composed is composed.
    if (mark.way === null || way === 'pasted' || way === 'dropped' || (way === 'composed' && mark.way === 'typed'))
      mark.way = way;
  };
  const wayOf = (sort: string | undefined, field: Element): EntryWay => {
    if (!sort)
      return isNative(field) && !chosen.test(typeOf(field)) && field.tagName !== 'SELECT' ? 'autofilled' : 'picked';
    if (sort === 'insertFromPaste') return 'pasted';
    if (sort === 'insertFromDrop') return 'dropped';
    if (sort.startsWith('insertCompos') || sort === 'insertFromComposition') return 'composed';
    return sort === 'insertReplacementText' ? 'autofilled' : 'typed';
  };
  room.on<ClipboardEvent>(['paste'], (event, at) => {
    if (!event.isTrusted) return;
    const text = event.clipboardData?.getData('text/plain') ?? '';
    const lines = text.trim().split(/\r?\n/);
    const columns = (lines[0] as string).split('\t').length;
    if (columns > 1) room.report({ kind: 'table', at: room.epoch(at), sort: 'paste', cells: lines.length * columns });
    const target = targetOf(event);
    const field = target === null ? null : editorOf(target);
    if (field === null || typeOf(field) === 'password') return;
    const mark = markOf(field);
    mark.isDirty = true;
    mark.way = 'pasted';
  });

  const press = (commit: CommitClass, control: Element, at: PageMs) => {
    readAll(at);
    const dialog = control.closest(dialogs);
    const box = dialog ?? control.closest('form');
    const known = [...marks.values()].filter((m) => m.wasSent && m.element.isConnected);
    // The nearest neighbours that were filled, within the dialog.
    let near: Element | null = control;
    let scope: number | null = null;
    // A search box beside a half-filled form must not take that form along.
    const fence = commit === 'commit' || commit === 'confirm' || commit === 'native' ? dialog : control.closest(boxes);
    for (; near !== null; near = near === fence ? null : near.parentElement) {
      const inside = known.filter((m) => near?.contains(m.element));
      if (inside.length > 0) {
        scope = (inside.at(-1) as Mark).scope;
        break;
      }
    }
    // A message box may hold a hidden field for its kin that asks for words.
    const hasFields = [...(dialog?.querySelectorAll('input,textarea,select,iframe,[contenteditable=true]') ?? [])].some(
      isShown,
    );
    const inDialog = dialog !== null && !hasFields;
    const isLogin = hasPassword && (box ?? document).querySelector('input[type=password]') !== null;
    let sort: CommitClass = commit;
    if (isLogin && (commit === 'commit' || commit === 'native' || commit === 'confirm' || commit === 'login')) {
      sort = 'login';
      hasPassword = false;
      room.report({ kind: 'login', at: room.epoch(at) });
    } else if (commit === 'confirm' && !inDialog) sort = 'commit';
    watch?.end();
    watch = null;
    lastPress = at;
    room.report({ kind: 'commit', at: room.epoch(at), commit: sort, scope: inDialog ? null : scope, inDialog });
    if (sort === 'commit' || sort === 'draft' || sort === 'native' || sort === 'confirm') {
      const fields = known.filter((m) => scope === null || m.scope === scope).map((m) => m.element);
      watch = watchOutcome(room, { box, fields, scope });
    }
    room.flush();
  };

  room.on<MouseEvent>(['click'], (event, at) => {
    if (!event.isTrusted) return;
    const target = targetOf(event);
    if (target === null) return;
    const option = target.closest(options);
    if (option !== null) {
      const picker = opener?.closest(pickers) ?? opener;
      if (picker?.isConnected) {
        const mark = markOf(picker);
        mark.isDirty = true;
        mark.way = 'picked';
        read(mark, at);
      }
      return;
    }
    if (target.closest(pickers) || isNative(target)) opener = target;
    const control = wordsOn(event);
    if (control) lastControl = at;
    const commit = control && commitClass(control.words);
    if (commit) press(commit, control.element, at);
  });
  room.on<SubmitEvent>(['submit'], (event, at) => {
    const form = targetOf(event);
    if (!event.isTrusted || form === null || at - lastPress < 1_000) return;
    // Only after the page's own listeners is it known whether the browser itself sends it.
    view.setTimeout(() => {
      const isSearch =
        form.querySelector('input[type=search]') !== null ||
        (!event.defaultPrevented && form.getAttribute('method')?.toLowerCase() !== 'post');
      press(isSearch ? 'search' : 'native', form, at);
    });
  });
  room.on<FormDataEvent>(['formdata'], (event, at) => {
    const form = targetOf(event);
    // Only a control that was just activated sends a form; after a choice it is the page that posts itself back.
    if (!event.isTrusted || form === null || at - lastPress < 1_000 || at - lastControl > 1_000) return;
    if (form.getAttribute('method')?.toLowerCase() === 'post') press('native', form, at);
  });
  room.on<KeyboardEvent>(['keydown'], (event, at) => {
    if (!event.isTrusted) return;
    if (event.key === 'Enter' && !event.isComposing) readAll(at);
    else if (event.target !== null && typeOf(event.target as Element) === 'password') hasPassword = true;
  });
  room.on<PageTransitionEvent>(['pagehide'], () => {
    const at = room.now();
    readAll(at);
    if ([...marks.values()].some((m) => m.wasSent) || watch !== null)
      room.report({ kind: 'outcome', at: room.epoch(at), sign: 'navigated', scope: null });
    room.flush();
  });
}
