/**
 * What another language has to fill: the same names, at each a text, a list, or a function that takes the same values.
 * A name that is missing, or that English does not have, does not compile.
 */
export type WordsOf<English> = English extends string
  ? string
  : English extends (...values: infer Values) => string
    ? (...values: Values) => string
    : English extends readonly (infer Item)[]
      ? readonly WordsOf<Item>[]
      : { readonly [Name in keyof English]: WordsOf<English[Name]> }
