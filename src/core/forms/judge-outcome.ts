/**
 * Weighs the signs that follow a commit, and so decides whether the form was sent. docs/measurement/forms.md, "Signs of
 * an outcome", shows the same table in words; a test compares the two.
 */
import type { OutcomeSeen, Proof } from '../events.ts';

type Sign = OutcomeSeen['sign'];

/**
 * The weight of each sign. A positive sum means that the form was sent, a negative sum that it was refused. The order
 * of size carries the rules: a failed request outweighs everything; a message of success outweighs a message of
 * failure and other messages; a message of failure outweighs all other signs; a request that ended well does not outweigh a
 * message that is not a success.
 */
export const signWeights: Readonly<Record<Sign, number>> = {
  'request-failed': -32,
  'toast-ok': 16,
  'toast-failed': -12,
  'field-error': -12,
  'login-shown': -32,
  'toast-other': -3,
  'form-gone': 3,
  'fields-reset': 3,
  navigated: 3,
  posted: 1,
  'request-ok': 1,
  quiet: 0,
};

const changes: readonly Sign[] = ['form-gone', 'fields-reset', 'navigated', 'posted'];

/**
 * Returns how the signs settle a commit; null while they prove neither. `proof` tells what they must prove. `sum`: a
 * positive sum. `message`: also a message of success, because only the place of the control suggests a commit, not its
 * words. `change`: also a form that was emptied, is gone, or was posted. `login`: the page or its state has changed.
 * `account`: the words are those of a commit, but the form has an account and a password. It is a submission if a
 * message says so, and a log-in if the page or its state has changed without such a message.
 */
export function judgeOutcome(signs: readonly Sign[], proof: Proof = 'sum'): 'sent' | 'login' | 'failed' | null {
  const mayLogIn = proof === 'login' || proof === 'account';
  const counted = [...new Set(signs)].filter((sign) => mayLogIn || sign !== 'login-shown');
  const sum = counted.reduce((total, sign) => total + signWeights[sign], 0);
  // A control that may have nothing to do with the form is no failed attempt.
  if (sum < 0) return proof === 'change' || mayLogIn ? null : 'failed';
  if (sum === 0) return null;
  const hasMessage = signs.includes('toast-ok');
  // The browser itself has sent such a form, and no sign contradicts it.
  const isPosted = signs.includes('posted');
  const hasChanged = signs.some((sign) => changes.includes(sign));
  const isLogin = signs.includes('navigated') || signs.includes('form-gone');
  if (proof === 'login') return isLogin ? 'login' : null;
  if (proof === 'account') return hasMessage ? 'sent' : isLogin ? 'login' : null;
  const isProven = {
    sum: true,
    message: hasMessage || isPosted,
    change: hasChanged && (hasMessage || isPosted),
  }[proof];
  return isProven ? 'sent' : null;
}
