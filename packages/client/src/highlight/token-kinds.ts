/** What a piece of code is, as far as it is coloured. What is none of these is plain. The order is that of the protocol. */
export const tokenKinds = [
  'comment',
  'keyword',
  'string',
  'number',
  'function',
  'type',
  'property',
  'tag',
  'attribute',
  'escape',
  'inserted',
  'deleted',
  'heading',
] as const

/** @see tokenKinds */
export type TokenKind = (typeof tokenKinds)[number]

/** A coloured piece of a line: from `start` up to `end`, in UTF-16 units. What lies between two of them is plain. */
export interface CodeToken {
  readonly start: number
  readonly end: number
  readonly kind: TokenKind
}

/** The tokens of each line. */
export type TokensOfLines = readonly (readonly CodeToken[])[]
