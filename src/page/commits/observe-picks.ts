/**
 * Observes choices in custom controls: drop-down lists, calendars, switches, radio buttons that a library draws. Such a
 * choice fires no event of its own. It is known by its effect: after a person's press, an item of the form shows another
 * value. docs/measurement/forms.md, "Where fields are found"
 */

import type { PageMs } from '../../core/events.ts';
import { outwards } from '../forms/boxes.ts';
import type { FormsContext } from '../forms/forms-context.ts';

/** A library draws the chosen value within this time after a press. */
const drawMs = 150;

/** Observes the choices of one frame and marks the changed items in `fields`. */
export function observePicks(ctx: FormsContext): void {
  const { fields, words } = ctx;
  const { delay, isShown, targetOf } = ctx.dom;
  /** The item that was pressed last. A list or calendar that opens belongs to it. */
  let item: Element | null = null;
  let before = '';
  let isNative = false;
  /** Returns what an item shows: its text and the states of its parts, without errors and without lists that open. */
  const shownValue = (e: Element): string =>
    [...e.childNodes]
      .map((node) => {
        if (node.nodeType !== 1) return node.nodeValue;
        const part = node as HTMLInputElement;
        if (part.matches(`${words.errors},${words.lists}`)) return '';
        // One of several parts may be the chosen one. A single part may only be open.
        const isOn = RegExp(part.matches(':only-of-type') ? words.onClass : words.chosenClass).test(
          part.getAttribute('class') ?? '',
        );
        const states = words.states.map((name) => part.getAttribute(name));
        return `${part.value ?? ''}${part.checked}${states}${isOn}${shownValue(part)}`;
      })
      .join();
  const check = (at: PageMs) => {
    if (!item?.isConnected) return;
    // Native fields in the item send events of their own, also those that the page has replaced meanwhile.
    isNative ||= fields.hasNative(item);
    const now = shownValue(item);
    if (now === before) return;
    before = now;
    const field = item.querySelector(words.inputs) ?? item;
    if (isNative) return;
    fields.touch(field, 'picked', true);
    fields.read(at, field);
  };
  /** Returns the item of the form that a press belongs to, or null. */
  const itemOf = (target: Element | null) => {
    const chooser = target?.closest(words.choosers);
    if (!chooser && target?.closest(words.buttons)) return null;
    const pressed = chooser ?? target?.closest(words.pickers);
    const next = (pressed ?? target)?.closest(`${words.items},td`) ?? chooser?.parentElement?.parentElement;
    // The box in the head of a table selects all rows.
    if (!next || next.querySelector('[type=file]')) return null;
    // A cell without a text selects its row.
    if (
      target?.closest('th,[role=columnheader]') ||
      (next.matches('td') &&
        !next.querySelector('input:not([type=checkbox]),[role=combobox]') &&
        !next.textContent?.trim())
    ) {
      fields.areRowsSelected ||= target?.closest(words.choices) !== null;
      return null;
    }
    return pressed || next.querySelector(words.labels) ? next : null;
  };
  ctx.on<MouseEvent>(['click'], (event, at) => {
    check(at);
    const target = targetOf(event);
    const next = itemOf(target);
    const floating = target && [...outwards(target)].find((up) => /^(ab|fi)/.test(getComputedStyle(up).position));
    // A press in a list that floats chooses for the item that opened the list.
    const isInList = item !== null && !!floating && !floating.contains(item);
    // After a press of a button, a script may change the item.
    if (item && (!isShown(item) || (!isInList && !item.contains(target) && target?.closest(words.buttons))))
      item = null;
    if (next && next !== item && !isInList) {
      item = next;
      isNative = false;
      // The page's own listeners run after this one.
      before = shownValue(next);
    }
    if (item) delay(drawMs, () => check(ctx.now()));
  });
  ctx.on(['focusout'], (_event, at) => check(at));
}
