/**
 * The fields of a frame that a person changed. A keystroke only sets a flag. The label is looked up when a field is first
 * changed; the value is read once, when the field is left. Passwords, one-time codes, hidden fields and masked values are
 * never read. docs/measurement.md, "Entry".
 */

import type { EntryWay, PageMs } from '../../core/events.ts';
import { fingerprintsOf } from '../../core/forms/canonical-value.ts';
import { fieldKindOf, matchesPattern, truncateLabel, type Vocabulary } from '../../core/forms/field-kinds.ts';
import { fingerprint } from '../../core/forms/fingerprint.ts';
import type { FormWords } from '../../core/forms/form-words.ts';
import type { FrameContext } from '../frame/frame-context.ts';
import { anchorOf, closestAcrossRoots } from '../frame/inner-frames.ts';
import { fieldValue, isOneOf, typeOf } from './field-element.ts';
import { labelOf } from './label-of.ts';

export interface ChangedField {
  id: number;
  readonly element: Element;
  way: EntryWay | null;
  /** Changed since the last report. */
  isDirty: boolean;
  /** Reported at least once. */
  wasSent: boolean;
  focusMs: number;
  /** The form or dialog that contains the field, by number; 0 if there is none. */
  scope: number;
  label: string;
}

export interface ChangedFields {
  /** Marks a field as changed by a person. */
  touch(field: Element, way: EntryWay): void;
  /** Whether this field was changed last and has not been read since. */
  isLast(target: EventTarget | null): boolean;
  /** Notes which field has the focus; reads the field that lost it. */
  focus(field: Element | null, at: PageMs): void;
  /** Reads and reports what was changed: in all fields, or in one. */
  read(at: PageMs, field?: Element): void;
  /** Fields that were reported and are still in the document. */
  filled(): readonly ChangedField[];
  /** Whether no field was reported yet. */
  isEmpty(): boolean;
}

/** Starts an empty list. `kinds` is the vocabulary by which labels name field kinds. */
export function trackFields(ctx: FrameContext, words: FormWords, kinds: Vocabulary): ChangedFields {
  const { document } = ctx;
  const changed = new Map<Element, ChangedField>();
  const scopes = new WeakMap<Element, number>();
  // A field that was a password field once stays one, even if the page shows its text later.
  const passwords = new WeakSet<Element>();
  // Starts from the time, so that an earlier document of the same frame did not use the same numbers.
  let next = Math.floor(performance.timeOrigin % 1e7) * 1000 + 1;
  let last: ChangedField | undefined;
  let focused: Element | null = null;
  let focusedAt = 0 as PageMs;

  const scopeOf = (anchor: Element): number => {
    const box = closestAcrossRoots(anchor, words.dialogs) ?? closestAcrossRoots(anchor, words.boxes);
    if (box === null) return 0;
    const id = scopes.get(box) ?? next++;
    scopes.set(box, id);
    return id;
  };

  const readField = (field: ChangedField, at: PageMs) => {
    const { element, label, way } = field;
    if (element === focused) {
      field.focusMs += at - focusedAt;
      focusedAt = at;
    }
    if (!field.isDirty || way === null) return;
    field.isDirty = false;
    if (
      isOneOf(words.unread, element) ||
      passwords.has(element) ||
      element.getAttribute('autocomplete') === 'one-time-code' ||
      matchesPattern((label + element.getAttribute('name')).toLowerCase(), words.secret)
    )
      return;
    const isChoice = isOneOf(words.chosen, element) || way === 'picked';
    const value = isChoice ? '' : fieldValue(element).trim();
    // Nothing was entered: the field is as empty as it was found.
    if (value === '' && !field.wasSent && !isChoice) return;
    const plain = truncateLabel(ctx.dom.normalizeText(label));
    const kind = fieldKindOf(kinds, plain);
    field.wasSent = true;
    ctx.report({
      kind: 'field',
      at: ctx.epoch(at),
      field: field.id,
      scope: field.scope,
      way,
      fieldKind: kind,
      label: plain === '' ? null : fingerprint('label', plain),
      prints: fingerprintsOf(value, kind),
      characters: value.length,
      focusMs: Math.round(field.focusMs),
    });
    field.focusMs = 0;
    field.way = null;
  };

  return {
    touch(target, way) {
      const type = typeOf(target);
      if (type === 'password') passwords.add(target);
      // A check box alone in a table cell selects the row; the text of the row may be anyone's.
      if (type === 'checkbox' && target.closest('td')?.textContent?.trim() === '') return;
      // A group of radio buttons is one field.
      const element =
        type === 'radio'
          ? ((target.closest('form') ?? document).querySelector(
              `[name="${CSS.escape((target as HTMLInputElement).name)}"]`,
            ) ?? target)
          : target;
      let field = changed.get(element);
      if (field === undefined) {
        if (changed.size > 3_000) for (const e of changed.keys()) if (!e.isConnected) changed.delete(e);
        field = { id: next++, element, way: null, isDirty: false, wasSent: false, focusMs: 0, scope: 0, label: '' };
        changed.set(element, field);
      }
      if (!field.isDirty) {
        // Cell editors are removed when they are left, so the label and the scope are looked up now.
        const anchor = anchorOf(element, document);
        const label = labelOf(element, words) || labelOf(anchor, words);
        // A table may use one editor for many cells. Each cell is a field.
        if (field.wasSent && label !== field.label) field.id = next++;
        field.label = label;
        field.scope = scopeOf(anchor);
        field.isDirty = true;
      }
      // A pasted value that is corrected stays pasted; typing and composing together count as composing.
      if (field.way === null || /^(pa|dr|pi)/.test(way) || (way === 'composed' && field.way === 'typed'))
        field.way = way;
      last = field;
    },
    // The target of an event in a closed root is the host, which stands for all fields inside and is not a field itself.
    isLast: (target) => last?.element === target && last?.isDirty === true,
    focus(target, at) {
      if (target === focused) return;
      const field = focused && changed.get(focused);
      if (field) readField(field, at);
      focused = target;
      focusedAt = at;
    },
    read(at, target) {
      for (const field of target ? [changed.get(target)] : changed.values()) if (field?.isDirty) readField(field, at);
    },
    filled: () => [...changed.values()].filter((field) => field.wasSent && field.element.isConnected),
    isEmpty: () => ![...changed.values()].some((field) => field.wasSent),
  };
}
