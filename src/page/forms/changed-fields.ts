/**
 * Keeps the fields of a frame that a person changed. A keystroke only sets a flag. The label is looked up when a field
 * is first changed; the value is read once, when the field is left. Passwords, one-time codes, hidden fields and masked
 * values are never read. docs/measurement.md, "Entry".
 */

import type { EntryWay, PageMs } from '../../core/events.ts';
import { fingerprintsOf } from '../../core/forms/canonical-value.ts';
import { truncateLabel } from '../../core/forms/field-labels.ts';
import { fingerprint } from '../../core/forms/fingerprint.ts';
import type { FormWords } from '../../core/forms/form-words.ts';
import { parentOf } from '../frame/event-target.ts';
import type { FrameContext } from '../frame/frame-context.ts';
import { anchorOf } from '../frame/inner-frames.ts';
import { boxOf } from './boxes.ts';
import type { Classifiers } from './classifiers.ts';
import { fieldValue, isOneOf, typeOf } from './field-element.ts';
import { labelOf } from './label-of.ts';
import { recogniseSecrets, type Secrets } from './secrets.ts';

/** A field that a person has changed at least once. */
export interface ChangedField {
  id: number;
  readonly element: Element;
  way: EntryWay | null;
  /** Whether the field was changed since it was last read. */
  isDirty: boolean;
  /** Whether the field was sent to the worker at least once. */
  wasSent: boolean;
  focusMs: number;
  /** The form or dialog that contains the field, by number; 0 if there is none. */
  scope: number;
  label: string;
  isDrawn: boolean;
}

/** The list of the changed fields of a frame. */
export interface ChangedFields {
  /** Marks a field as changed by a person. `isDrawn`: a library draws the field and sets its value by script. */
  touch(field: Element, way: EntryWay, isDrawn?: boolean): void;
  /** Whether an element contains a field that sends events of its own. */
  hasNative(e: Element): boolean;
  /** Whether this field was changed most recently and has not been read since that change. */
  isLast(target: EventTarget | null): boolean;
  /** Notes which field has the focus, and reads the field that lost it. */
  focus(field: Element | null, at: PageMs): void;
  /**
   * Reads what was entered in `field` and sends it to the worker. Without `field`, does this for all changed fields.
   */
  read(at: PageMs, field?: Element): void;
  /** Returns the fields that were sent to the worker and are still in the document. */
  filled(): readonly ChangedField[];
  /** Whether no field was sent to the worker yet. */
  isEmpty(): boolean;
  /** Returns the number of the box that contains an element; 0 if there is none. */
  scopeOf(e: Element): number;
  readonly secrets: Secrets;
  /** Whether rows of a table were selected after the last entry. A control then acts on these rows. */
  areRowsSelected: boolean;
}

/** Creates an empty list of changed fields. `labels` finds the kind of a field from its label. */
export function trackFields(ctx: FrameContext, words: FormWords, { fields: kindOf }: Classifiers): ChangedFields {
  const { document } = ctx;
  const changed = new Map<Element, ChangedField>();
  const scopes = new WeakMap<Element, number>();
  const secrets = recogniseSecrets(ctx.dom, words, kindOf);
  // The numbers of fields and scopes start from the start time of the document, so that they differ from the numbers in
  // an earlier document of the same frame.
  let next = Math.floor(performance.timeOrigin % 1e7) * 1000 + 1;
  let last: ChangedField | undefined;
  let focused: Element | null = null;
  let focusedAt = 0 as PageMs;

  const scopeOf = (anchor: Element): number => {
    const box = boxOf(anchor, words);
    if (box === null) return 0;
    const id = scopes.get(box) ?? next++;
    scopes.set(box, id);
    return id;
  };

  /** Whether a field is in a menu, or beside words such as 前往 … 页: a page number is no entry. */
  const isPageNumber = (e: Element) => {
    const around = (e.closest('span,li,p,td') ?? parentOf(e))?.textContent?.replace(/\s/g, '').slice(0, 20) ?? '';
    return e.closest(words.unreadIn) !== null || RegExp(words.pageNumber).test(around);
  };

  const readField = (field: ChangedField, at: PageMs) => {
    const { element, label, way } = field;
    if (element === focused) {
      field.focusMs += at - focusedAt;
      focusedAt = at;
    }
    if (!field.isDirty || way === null) return;
    field.isDirty = false;
    if (isOneOf(words.unread, element) || isPageNumber(element) || secrets.has(element)) return;
    const isChoice = isOneOf(words.chosen, element) || way === 'picked';
    const value = isChoice ? '' : fieldValue(element).trim();
    // The field is empty and was never sent, so nothing was entered.
    if (value === '' && !field.wasSent && !isChoice) return;
    const plain = truncateLabel(ctx.dom.normalizeText(label));
    const { label: found } = kindOf(label);
    const kind = found === 'other' ? null : found;
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

  const api: ChangedFields = {
    areRowsSelected: false,
    touch(target, way, isDrawn = false) {
      const type = typeOf(target);
      // A check box alone in a table cell selects the row, or all rows. It is no field, and the text of the row may be
      // personal data.
      if (type === 'checkbox' && target.closest('td,th')?.textContent?.trim() === '') {
        api.areRowsSelected = true;
        return;
      }
      api.areRowsSelected = false;
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
        field = {
          id: next++,
          element,
          way: null,
          isDirty: false,
          wasSent: false,
          focusMs: 0,
          scope: 0,
          label: '',
          isDrawn,
        };
        changed.set(element, field);
      }
      field.isDrawn &&= isDrawn;
      if (!field.isDirty) {
        // Tables remove a cell editor when it loses the focus, so the label and the scope are looked up now.
        const anchor = anchorOf(element, document);
        const label = labelOf(element, words) || labelOf(anchor, words);
        // A field may show its text later, or disappear. So a secret is recognised at the first key.
        secrets.check(element, label);
        // A table may use one editor for many cells. Each cell gets a field number of its own.
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
    hasNative: (e) => [...changed.values()].some((field) => !field.isDrawn && e.contains(field.element)),
    // In a closed shadow root the target of an event is the host. The host represents all fields inside the root and is
    // not a field.
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
    scopeOf,
    secrets,
  };
  return api;
}
