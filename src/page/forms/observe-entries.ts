/**
 * Observes how values get into fields: by typing, input method, paste, drop, autofill or choice. docs/measurement.md,
 * "Entry".
 */

import type { EntryWay, PageMs } from '../../core/events.ts';
import { fingerprintsOf } from '../../core/forms/canonical-value.ts';
import type { FormWords } from '../../core/forms/form-words.ts';
import { isNative } from '../frame/event-target.ts';
import type { FrameContext } from '../frame/frame-context.ts';
import { shadowHostOf } from '../frame/inner-frames.ts';
import type { ChangedFields } from './changed-fields.ts';
import { fieldOf, fieldValue, isOneOf, typeOf } from './field-element.ts';

/** Observes the entries of one frame and marks the changed fields in `fields`. */
export function observeEntries(ctx: FrameContext, fields: ChangedFields, words: FormWords): void {
  const { innermost, isInnerFrame, rootOf, targetOf } = ctx.dom;
  let announced: EventTarget | null = null;
  let lastNative: Element | null = null;
  let lastInputType: string | undefined;
  let clicked: EventTarget | null = null;

  const onFocus = (target: Element | null, at: PageMs) => {
    for (let e = target; e; e = shadowHostOf(e)) {
      const inner = rootOf(e);
      if (inner) ctx.attach(inner);
      if (shadowHostOf(e)) ctx.attach(e.getRootNode() as ShadowRoot);
    }
    fields.focus(fieldOf(target), at);
  };
  ctx.on<FocusEvent>(['focusin'], (event, at) => onFocus(targetOf(event), at));
  // This script may load after a field got the focus.
  onFocus(innermost(ctx.document.activeElement), ctx.now());
  ctx.on<FocusEvent>(['focusout'], (_event, at) => fields.focus(null, at));
  ctx.on(['blur'], (event, at) => {
    if (event.target !== ctx.document.defaultView) return;
    // A control in another frame may send the fields of this frame.
    fields.read(at);
    ctx.flush();
    // If the focus has moved into a frame that the page writes itself, the fields of that frame are observed from here.
    for (const { contentWindow: view } of ctx.document.querySelectorAll('iframe'))
      if (view && isInnerFrame(view)) ctx.attach(view.document);
  });

  const wayOf = (inputType: string | undefined, field: Element): EntryWay =>
    isOneOf(words.chosen, field) || !(inputType || isNative(field))
      ? 'picked'
      : (words.ways[inputType ?? ''] ?? 'typed');
  // `click()` by a script also fires a trusted input event at a check box. Such an event follows no trusted click.
  ctx.on<MouseEvent>(['click'], (event) => {
    clicked = targetOf(event);
  });
  const onFieldFilled = (event: InputEvent) => {
    const field = fieldOf(targetOf(event));
    if (field && (!/^(ch|ra)/.test(typeOf(field)) || clicked === field))
      fields.touch(field, wayOf(event.inputType, field));
  };
  ctx.on<InputEvent>(['beforeinput'], (event) => {
    const target = event.target as Element | null;
    announced = target;
    // This runs for every key. After the first key in a field, the field is already known to be native.
    if (target === lastNative || target === null) return;
    if (isNative(target)) lastNative = target;
    // Some rich text editors (wangEditor) cancel the input and change their text themselves.
    else onFieldFilled(event);
  });
  ctx.on<InputEvent>(['input'], (event) => {
    // A page that calls execCommand causes a trusted input event although nobody entered anything. Such an event has no
    // beforeinput event before it.
    const { target, inputType } = event;
    const isAnnounced = announced === target;
    announced = null;
    // The field is already marked as changed with the same way of entry.
    if (inputType === lastInputType && fields.isLast(target)) return;
    lastInputType = inputType;
    if (!inputType || isAnnounced || /^insertCompos/.test(inputType)) onFieldFilled(event);
  });
  ctx.on<ClipboardEvent>(['paste'], (event, at) => {
    const lines = (event.clipboardData?.getData('text') ?? '').trim().split(/\r?\n/);
    const columns = (lines[0] as string).split('\t').length;
    if (columns > 1) ctx.report({ kind: 'table', at: ctx.epoch(at), sort: 'paste', cells: lines.length * columns });
    const field = fieldOf(targetOf(event));
    if (field) fields.touch(field, 'pasted');
  });
  // Copied text is sent only as fingerprints. With these the worker recognizes values that are carried between systems.
  ctx.on<ClipboardEvent>(['copy', 'cut'], (event, at) => {
    const source = targetOf(event) as HTMLInputElement | null;
    if (source === null || typeOf(source) === 'password') return;
    const text = isNative(source)
      ? fieldValue(source).slice(source.selectionStart ?? 0, source.selectionEnd ?? 0)
      : String(source.ownerDocument.getSelection());
    const prints = fingerprintsOf(text, null);
    if (prints.length > 0) ctx.report({ kind: 'copied', at: ctx.epoch(at), prints });
  });
  // The name of a file is used only to tell whether the file is a table.
  ctx.on(['change'], (event, at) => {
    const files = [...((event.target as HTMLInputElement).files ?? [])];
    if (files.some((f) => RegExp(words.sheets, 'i').test(f.name)))
      ctx.report({ kind: 'table', at: ctx.epoch(at), sort: 'import', cells: 0 });
  });
}
