/**
 * The fields of a frame that a person changed. Per keystroke a mark is set and nothing else; labels are looked up when
 * a field is first touched, values are read, once, when it is left. Passwords, one-time codes, hidden fields and masked
 * values are never read. docs/measurement.md, "Entry".
 */

import type { EntryWay, PageMs } from '../../core/events.ts';
import { fingerprintsOf } from '../../core/forms/canonical-value.ts';
import { fieldKindOf, matchesPattern, truncateLabel, type Vocabulary } from '../../core/forms/field-kinds.ts';
import { fingerprint } from '../../core/forms/fingerprint.ts';
import type { FormWords } from '../../core/forms/form-words.ts';
import { isNative } from '../frame/event-target.ts';
import type { PageRoom } from '../frame/frame-context.ts';
import { anchorOf, around } from '../frame/inner-frames.ts';
import { labelOf } from './label-of.ts';
import { heldBy } from './observe-outcome.ts';

export interface Mark {
  id: number;
  readonly element: Element;
  way: EntryWay | null;
  /** Changed since the last report. */
  isDirty: boolean;
  wasSent: boolean;
  focusMs: number;
  scope: number;
  label: string;
}

export interface Fields {
  /** A person changed this field. */
  touch(field: Element, way: EntryWay): void;
  /** Whether this is the field that was touched last, and not read since. */
  isLast(target: EventTarget | null): boolean;
  focus(field: Element | null, at: PageMs): void;
  /** Reads what was changed and reports it; all fields, or one. */
  read(at: PageMs, field?: Element): void;
  /** Fields that were reported and are still there. */
  filled(): readonly Mark[];
  isEmpty(): boolean;
}

/** The type of an input; `select-one`, `textarea` or nothing for other elements. */
export const typeOf = (e: Element): string => (isNative(e) && (e as HTMLInputElement).type) || '';

/** Whether the type of an element is in a list of types. */
export const isOneOf = (types: string, e: Element): boolean => types.includes(`|${typeOf(e)}|`);

/** The field that an element is part of. A page's own designMode document counts as its body. */
export function fieldOf(e: Element | null): Element | null {
  if (e === null || isNative(e)) return e;
  if (e.ownerDocument.designMode === 'on') return e.ownerDocument.body;
  let at: Element | null = (e as HTMLElement).isContentEditable ? e : null;
  while ((at?.parentElement as HTMLElement | null)?.isContentEditable) at = (at as Element).parentElement;
  return at;
}

export function openFields(room: PageRoom, words: FormWords, kinds: Vocabulary): Fields {
  const { document } = room;
  const marks = new Map<Element, Mark>();
  const scopes = new WeakMap<Element, number>();
  // What was a password once stays one, though the page may show it.
  const secrets = new WeakSet<Element>();
  // Numbers of an earlier document of the same frame must not be met again.
  let next = Math.floor(performance.timeOrigin % 1e7) * 1000 + 1;
  let last: Mark | undefined;
  let focused: Element | null = null;
  let focusedAt = 0 as PageMs;

  const scopeOf = (anchor: Element): number => {
    const box = around(anchor, words.dialogs) ?? around(anchor, words.boxes);
    if (box === null) return 0;
    const id = scopes.get(box) ?? next++;
    scopes.set(box, id);
    return id;
  };

  const read = (mark: Mark, at: PageMs) => {
    const { element, label, way } = mark;
    if (element === focused) {
      mark.focusMs += at - focusedAt;
      focusedAt = at;
    }
    if (!mark.isDirty || way === null) return;
    mark.isDirty = false;
    if (
      isOneOf(words.unread, element) ||
      secrets.has(element) ||
      element.getAttribute('autocomplete') === 'one-time-code' ||
      matchesPattern((label + element.getAttribute('name')).toLowerCase(), words.secret)
    )
      return;
    const isChoice = isOneOf(words.chosen, element) || way === 'picked';
    const value = isChoice ? '' : heldBy(element).trim();
    // Left as it was found: nothing was entered.
    if (value === '' && !mark.wasSent && !isChoice) return;
    const plain = truncateLabel(room.sight.plainText(label));
    const kind = fieldKindOf(kinds, plain);
    mark.wasSent = true;
    room.report({
      kind: 'field',
      at: room.epoch(at),
      field: mark.id,
      scope: mark.scope,
      way,
      fieldKind: kind,
      label: plain === '' ? null : fingerprint('label', plain),
      prints: fingerprintsOf(value, kind),
      characters: value.length,
      focusMs: Math.round(mark.focusMs),
    });
    mark.focusMs = 0;
    mark.way = null;
  };

  return {
    touch(field, way) {
      const type = typeOf(field);
      if (type === 'password') secrets.add(field);
      // A row's own check box chooses the row; its text may be anyone's.
      if (type === 'checkbox' && field.closest('td')?.textContent?.trim() === '') return;
      // A group of radio buttons is one field.
      const element =
        type === 'radio'
          ? ((field.closest('form') ?? document).querySelector(
              `[name="${CSS.escape((field as HTMLInputElement).name)}"]`,
            ) ?? field)
          : field;
      let mark = marks.get(element);
      if (mark === undefined) {
        if (marks.size > 3_000) for (const e of marks.keys()) if (!e.isConnected) marks.delete(e);
        mark = { id: next++, element, way: null, isDirty: false, wasSent: false, focusMs: 0, scope: 0, label: '' };
        marks.set(element, mark);
      }
      if (!mark.isDirty) {
        // Cell editors are gone when they are left: what stands around a field is looked at now.
        const anchor = anchorOf(element, document);
        const label = labelOf(element, words) || labelOf(anchor, words);
        // One editor for many cells is many fields.
        if (mark.wasSent && label !== mark.label) mark.id = next++;
        mark.label = label;
        mark.scope = scopeOf(anchor);
        mark.isDirty = true;
      }
      // What was pasted and then mended stays pasted; what was typed and composed is composed.
      if (mark.way === null || /^(pa|dr|pi)/.test(way) || (way === 'composed' && mark.way === 'typed')) mark.way = way;
      last = mark;
    },
    // A root's host stands for every field inside, and is none itself.
    isLast: (target) => last?.element === target && last?.isDirty === true,
    focus(field, at) {
      if (field === focused) return;
      const mark = focused && marks.get(focused);
      if (mark) read(mark, at);
      focused = field;
      focusedAt = at;
    },
    read(at, field) {
      for (const mark of field ? [marks.get(field)] : marks.values()) if (mark?.isDirty) read(mark, at);
    },
    filled: () => [...marks.values()].filter((m) => m.wasSent && m.element.isConnected),
    isEmpty: () => ![...marks.values()].some((m) => m.wasSent),
  };
}
