/**
 * Observes choices in custom controls: drop-down lists, calendars, switches, radio buttons that a library draws. Such a
 * choice fires no event of its own. It is known by its effect: after a person's press, an item of the form shows another
 * value. docs/measurement/forms.md, "Where fields are found"
 */

import type { PageMs } from '../../core/events.ts';
import type { FormsContext } from '../forms/forms-context.ts';

/** A library draws the chosen value within this time after a press. */
const drawMs = 150;

/** Observes the choices of one frame and marks the changed items in `fields`. */
export function observePicks(ctx: FormsContext): void {
  const { fields, words } = ctx;
  const { delay, targetOf } = ctx.dom;
  /** The item that was pressed last. A list or calendar that opens belongs to it. */
  let item: Element | null = null;
  let before = '';
  /** Returns what an item shows: its text and the states of its parts, without errors and without lists that open. */
  const shownValue = (e: Element): string =>
    [...e.childNodes]
      .map((node) => {
        if (node.nodeType !== 1) return node.nodeValue;
        const part = node as HTMLInputElement;
        if (part.matches(`${words.errors},${words.lists}`)) return '';
        const isOn = RegExp(words.onClass).test(part.getAttribute('class') ?? '');
        return `${part.value ?? ''}${part.getAttribute('aria-checked')}${isOn}${shownValue(part)}`;
      })
      .join();
  const check = (at: PageMs) => {
    if (!item?.isConnected) return;
    const now = shownValue(item);
    if (now === before) return;
    before = now;
    const field = item.querySelector(words.inputs) ?? item;
    // Native fields in the item send events of their own.
    if (fields.hasNative(item)) return;
    fields.touch(field, 'picked', true);
    fields.read(at, field);
  };
  /** Returns the item of the form that a press belongs to, or null. */
  const itemOf = (target: Element | null) => {
    const pressed = target?.closest(words.pickers);
    const next = (pressed ?? target)?.closest(`${words.items},td`);
    if (!next || next.querySelector('[type=file]')) return null;
    // A cell without a text selects its row.
    if (
      next.matches('td') &&
      !next.querySelector('input:not([type=checkbox]),[role=combobox]') &&
      !next.textContent?.trim()
    )
      return null;
    return pressed || (!target?.closest(words.buttons) && next.querySelector(words.labels)) ? next : null;
  };
  ctx.on<MouseEvent>(['click'], (event, at) => {
    check(at);
    const next = itemOf(targetOf(event));
    if (next && next !== item) {
      item = next;
      // The page's own listeners run after this one.
      before = shownValue(next);
    }
    if (item) delay(drawMs, () => check(ctx.now()));
  });
  ctx.on(['focusout'], (_event, at) => check(at));
}
