/**
 * Words for people. One file an area (`popup.ts`, `wizard.ts` …), each with all three languages of one shape:
 * a text that is missing in one language does not compile.
 */
import type { Language } from '../../core/settings.ts';

/** Texts may be functions of numbers and names; their shape is that of the Simplified Chinese ones. */
export type Texts<T> = Readonly<Record<Language, Widened<T>>>;
type Widened<T> = T extends string
  ? string
  : T extends (...args: infer A) => string
    ? (...args: A) => string
    : { readonly [K in keyof T]: Widened<T[K]> };
