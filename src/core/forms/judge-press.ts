/**
 * Decides what the press of a control means, from the words on the control and from its place. Words alone are
 * ambiguous: 添加 opens a form in a list and sends it in a dialog. docs/measurement/forms.md, "Commit"
 */
import type { CommitClass, Proof } from '../events.ts';
import type { Verdict } from './word-model.ts';

/** Where a control is. */
export interface PressPlace {
  /** The control is a menu item, a tab, a table head, or a link to another page. */
  readonly isElsewhere: boolean;
  /** The control is in a dialog that has a text and no field. */
  readonly isAsking: boolean;
  /** The box (dialog, form, panel) of the control holds fields that the person filled. */
  readonly holdsFilled: boolean;
  /** The control is a control by what it is: a button, a link, an element with a role or a pointer. */
  readonly isControl: boolean;
  /** The control is the primary button of its box. */
  readonly isPrimary: boolean;
  /** The largest margin of commit words on another button of the box; 0 if there is none. */
  readonly rival: number;
  /** The control is a link that does not look like a button. */
  readonly isLink: boolean;
}

/** What a press means. */
export interface Press {
  readonly commit: CommitClass;
  readonly proof: Proof;
}

/** Labels of controls that affect no form: file transfers, print-outs and small formalities. */
const withoutForm = /^(up|dow|pri|act)/;

/** Commit words are unsure beside a button whose commit words have so many times their margin. */
const weaker = 3;

/** Returns what a press means, or null if it affects no form. */
export function judgePress({ label, margin }: Verdict, place: PressPlace): Press | null {
  const { isElsewhere, isAsking, holdsFilled, isControl, isPrimary, isLink, rival } = place;
  if (isElsewhere || withoutForm.test(label)) return null;
  // Whatever its words, a dialog that asks continues the press that opened it, unless it is left.
  if (isAsking && !/^(de|dr)/.test(label)) {
    if (/^(can|log)/.test(label)) return { commit: 'cancel', proof: 'sum' };
    return isControl || /^con|^com/.test(label) ? { commit: 'confirm', proof: 'sum' } : null;
  }
  if (/^(dr|del|sea|res|ne|can|log)/.test(label)) return { commit: label as CommitClass, proof: 'sum' };
  // Unsure words beside sure ones: 生成编号 beside 提交.
  if (label === 'commit' && rival > weaker * margin) return { commit: label, proof: 'change' };
  if (label === 'commit') return { commit: label, proof: isControl && (holdsFilled || !isLink) ? 'sum' : 'message' };
  // The words say nothing of a commit. The control may still be the one that sends the fields around it.
  if (!holdsFilled || !isControl) return null;
  return {
    commit: 'commit',
    proof: label === 'confirm' ? 'sum' : isPrimary || label === 'open' ? 'message' : 'change',
  };
}
