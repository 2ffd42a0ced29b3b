/** How values come into fields: keys, an input method, paste, drop, autofill, a pick. docs/measurement.md, "Entry". */

import type { EntryWay, PageMs } from '../../core/events.ts';
import { fingerprintsOf } from '../../core/forms/canonical-value.ts';
import type { FormWords } from '../../core/forms/form-words.ts';
import { isNative } from '../frame/event-target.ts';
import type { PageRoom } from '../frame/frame-context.ts';
import { hostOf } from '../frame/inner-frames.ts';
import { type Fields, fieldOf, isOneOf, typeOf } from './changed-fields.ts';
import { heldBy } from './observe-outcome.ts';

export function observeEntries(room: PageRoom, fields: Fields, words: FormWords): void {
  const { innermost, isParents, rootOf, targetOf } = room.sight;
  let announced: EventTarget | null = null;
  let native: Element | null = null;
  let lastSort: string | undefined;
  let opener: Element | null = null;

  const focus = (target: Element | null, at: PageMs) => {
    for (let e = target; e; e = hostOf(e)) {
      const inner = rootOf(e);
      if (inner) room.attach(inner);
      if (hostOf(e)) room.attach(e.getRootNode() as ShadowRoot);
    }
    fields.focus(fieldOf(target), at);
  };
  room.on<FocusEvent>(['focusin'], (event, at) => focus(targetOf(event), at));
  // We may come after the focus.
  focus(innermost(room.document.activeElement), room.now());
  room.on<FocusEvent>(['focusout'], (_event, at) => fields.focus(null, at));
  room.on(['blur'], (event, at) => {
    if (event.target !== room.document.defaultView) return;
    // What is pressed in another frame may send what stands here.
    fields.read(at);
    room.flush();
    // The focus may have gone into a frame: those that the page writes itself are watched from here.
    for (const { contentWindow: view } of room.document.querySelectorAll('iframe'))
      if (view && isParents(view)) room.attach(view.document);
  });

  const wayOf = (sort: string | undefined, field: Element): EntryWay =>
    isOneOf(words.chosen, field) || !(sort || isNative(field)) ? 'picked' : (words.ways[sort ?? ''] ?? 'typed');
  const enter = (event: InputEvent) => {
    const field = fieldOf(targetOf(event));
    if (field) fields.touch(field, wayOf(event.inputType, field));
  };
  room.on<InputEvent>(['beforeinput'], (event) => {
    const target = event.target as Element | null;
    announced = target;
    // Key after key into one field: what it is was seen.
    if (target === native || target === null) return;
    if (isNative(target)) native = target;
    // Editors of their own (wangEditor) cancel the input and write themselves.
    else enter(event);
  });
  room.on<InputEvent>(['input'], (event) => {
    // A page's own execCommand is trusted, and nobody's entry: no beforeinput came first.
    const { target, inputType } = event;
    const isAnnounced = announced === target;
    announced = null;
    // It is marked already, and marked so.
    if (inputType === lastSort && fields.isLast(target)) return;
    lastSort = inputType;
    if (!inputType || isAnnounced || /^insertCompos/.test(inputType)) enter(event);
  });
  room.on<ClipboardEvent>(['paste'], (event, at) => {
    const lines = (event.clipboardData?.getData('text') ?? '').trim().split(/\r?\n/);
    const columns = (lines[0] as string).split('\t').length;
    if (columns > 1) room.report({ kind: 'table', at: room.epoch(at), sort: 'paste', cells: lines.length * columns });
    const field = fieldOf(targetOf(event));
    if (field) fields.touch(field, 'pasted');
  });
  // Only compared values, only as fingerprints: the worker tells what was carried from one system to another.
  room.on<ClipboardEvent>(['copy', 'cut'], (event, at) => {
    const from = targetOf(event) as HTMLInputElement | null;
    if (from === null || typeOf(from) === 'password') return;
    const text = isNative(from)
      ? heldBy(from).slice(from.selectionStart ?? 0, from.selectionEnd ?? 0)
      : String(from.ownerDocument.getSelection());
    const prints = fingerprintsOf(text, null);
    if (prints.length > 0) room.report({ kind: 'copied', at: room.epoch(at), prints });
  });
  // Of a file's name only whether it is a table's.
  room.on(['change'], (event, at) => {
    const files = [...((event.target as HTMLInputElement).files ?? [])];
    if (files.some((f) => RegExp(words.sheets, 'i').test(f.name)))
      room.report({ kind: 'table', at: room.epoch(at), sort: 'import', cells: 0 });
  });
  room.on<MouseEvent>(['click'], (event, at) => {
    const target = targetOf(event);
    const toggle = target?.closest(words.toggles)?.parentElement;
    const picked = toggle ?? (target?.closest(words.options) ? (opener?.closest(words.pickers) ?? opener) : null);
    if (picked?.isConnected) {
      fields.touch(picked, 'picked');
      fields.read(at, picked);
    } else if (target && (isNative(target) || target.closest(words.pickers))) opener = target;
  });
}
