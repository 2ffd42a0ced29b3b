/** Tests how the signs after a commit are weighed. docs/measurement/forms.md, "Signs of an outcome" */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type OutcomeSeen, outcomeSigns, type Proof, proofs } from '../../../src/core/events.ts';
import { judgeOutcome, signWeights } from '../../../src/core/forms/judge-outcome.ts';

type Sign = OutcomeSeen['sign'];

describe('the outcome of a commit', () => {
  it.each<[string, readonly Sign[], Proof, 'sent' | 'login' | 'failed' | null]>([
    ['nothing', [], 'sum', null],
    ['a request that ended well', ['request-ok'], 'sum', 'sent'],
    ['HTTP 200 and a message that is no success', ['request-ok', 'toast-other'], 'sum', 'failed'],
    ['HTTP 200, such a message, and a form that is gone', ['request-ok', 'toast-other', 'form-gone'], 'sum', 'sent'],
    ['a refusal against all other signs', ['request-ok', 'toast-failed', 'form-gone', 'navigated'], 'sum', 'failed'],
    ['a success after a refusal', ['toast-failed', 'toast-ok'], 'sum', 'sent'],
    ['a failed request against a success', ['request-failed', 'toast-ok', 'form-gone'], 'sum', 'failed'],
    ['an error at a field', ['request-ok', 'field-error'], 'sum', 'failed'],
    ['a form that the browser posted', ['posted'], 'sum', 'sent'],
    ['an unknown control and a request', ['request-ok', 'form-gone'], 'message', null],
    ['an unknown primary control and a success', ['request-ok', 'toast-ok'], 'message', 'sent'],
    ['an unknown other control and a success', ['request-ok', 'toast-ok'], 'change', null],
    ['an unknown other control, a success and an empty form', ['toast-ok', 'fields-reset'], 'change', 'sent'],
    ['an unknown other control and a refusal', ['toast-failed'], 'change', null],
    ['a log-in and a request', ['request-ok'], 'login', null],
    ['a log-in and another page', ['navigated'], 'login', 'login'],
    ['a log-in and another page that asks again', ['navigated', 'login-shown'], 'login', null],
    ['an account that is saved', ['toast-ok', 'form-gone'], 'account', 'sent'],
    ['an account and another page', ['navigated'], 'account', 'login'],
    ['an account that is refused', ['toast-failed', 'navigated'], 'account', null],
  ])('%s', (_name, signs, proof, expected) => {
    expect(judgeOutcome(signs, proof)).toBe(expected);
  });

  it('weighs each sign as the documentation says', () => {
    const document = readFileSync('docs/measurement/forms.md', 'utf8');
    const rows = [...document.matchAll(/^\| `([a-z-]+)`: .* \| (-?\d+) \|$/gm)].map(([, sign, w]) => [sign, Number(w)]);
    expect(Object.fromEntries(rows)).toEqual(signWeights);
  });

  const anySigns = fc.subarray([...outcomeSigns]);
  it('never counts a commit as sent without a sign of positive weight', () => {
    fc.assert(
      fc.property(anySigns, fc.constantFrom(...proofs), (signs, proof) => {
        const positive = signs.some((sign) => signWeights[sign] > 0);
        expect(judgeOutcome(signs, proof) === 'sent' && !positive).toBe(false);
      }),
    );
  });
  it('does not depend on the order or the number of the signs', () => {
    fc.assert(
      fc.property(anySigns, fc.constantFrom(...proofs), (signs, proof) => {
        expect(judgeOutcome([...signs, ...signs].reverse(), proof)).toBe(judgeOutcome(signs, proof));
      }),
    );
  });
  it('asks for more than the sum for every other proof', () => {
    fc.assert(
      fc.property(anySigns, fc.constantFrom(...proofs), (signs, proof) => {
        if (judgeOutcome(signs, proof) === 'sent') expect(judgeOutcome(signs, 'sum')).toBe('sent');
      }),
    );
  });
});
