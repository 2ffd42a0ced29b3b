/** The type of texts in any language, derived from the Simplified Chinese texts. */

/** The same keys with any strings; texts that are functions keep their parameters. */
export type LocalizedTexts<T> = T extends string
  ? string
  : T extends (...args: infer A) => string
    ? (...args: A) => string
    : { readonly [K in keyof T]: LocalizedTexts<T[K]> };
