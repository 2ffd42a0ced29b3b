/**
 * Recognises fields whose values must never be read: passwords, one-time codes, keys. When in doubt, a field is secret.
 * docs/privacy-model.md, P2
 */
import type { FormWords } from '../../core/forms/form-words.ts';
import type { Verdict } from '../../core/forms/word-model.ts';
import { dialogOf } from './boxes.ts';
import { typeOf } from './field-element.ts';

/** The most characters of a dialog's text that are searched. */
const maxDialog = 300;

/** The secret fields of a frame. */
export interface Secrets {
  /** Decides whether a field with this label is secret. A field that was secret once stays so. */
  check(field: Element, label: string): void;
  /** Whether a field was found to be secret. */
  has(field: Element): boolean;
  /** Notes the control that was pressed last. A dialog that opens after 重置密码 asks for a secret. */
  noteOpener(control: Element, words: string): void;
  /** Whether a field is secret; `code` if it is no password but a one-time code; `maybe` if only its label suggests it. */
  kindOf(field: Element, label: string): 'password' | 'code' | 'maybe' | null;
}

/** Attributes that may say what a field asks for. */
const attributes = ['name', 'id', 'placeholder', 'aria-label', 'title', 'autocomplete'];

/** Creates an empty list of secret fields. `classify` finds what a label asks for. */
export function recogniseSecrets(
  { isShown }: { isShown(e: Element): boolean },
  words: FormWords,
  classify: (label: string) => Verdict,
): Secrets {
  const secrets = new WeakSet<Element>();
  // Some pages replace the password field by another field when they show the password.
  const labels = new Set<string>();
  let opener: Element | undefined;
  let openerWords = '';

  const kindOf: Secrets['kindOf'] = (field, label) => {
    const isMasked =
      typeOf(field) === 'password' ||
      /disc|circle|square/.test(getComputedStyle(field).getPropertyValue('-webkit-text-security'));
    const dialog = dialogOf(field, words);
    const texts = [label, ...attributes.map((name) => field.getAttribute(name))];
    if (dialog) {
      // The text of a dialog that asks for one value is about this value.
      if ([...dialog.querySelectorAll(words.inputs)].filter(isShown).length < 2)
        texts.push((dialog.textContent as string).slice(0, maxDialog));
      if (opener && !dialog.contains(opener)) texts.push(openerWords);
    }
    const all = texts.join('|').normalize('NFKC').replace(/\s/g, '').toLowerCase();
    if (!isMasked && !RegExp(words.secret).test(all)) return classify(label).label === 'secret' ? 'maybe' : null;
    return !isMasked && RegExp(words.code).test(all) ? 'code' : 'password';
  };
  return {
    kindOf,
    check(field, label) {
      if (!kindOf(field, label) && !labels.has(label)) return;
      secrets.add(field);
      if (label) labels.add(label);
    },
    has: (field) => secrets.has(field),
    noteOpener(control, text) {
      opener = control;
      openerWords = text;
    },
  };
}
