import * as z from 'zod/mini'
import { type CodeLanguage, codeLanguages } from './code-languages.ts'

/**
 * What the page asks of the worker: the next lines of a block, each once. `first` is 0 where the block begins, also
 * anew. Of one block there is one question at a time.
 */
export const linesToColourSchema = z.object({
  type: z.literal('lines'),
  block: z.number(),
  language: z.enum<readonly CodeLanguage[]>(codeLanguages),
  first: z.number(),
  lines: z.array(z.string()),
  /** The last line is still being written: it will come again. */
  isLastOpen: z.boolean(),
})

/** @see linesToColourSchema */
export type LinesToColour = z.infer<typeof linesToColourSchema>

/** Nothing follows of a block. */
const blockLeftSchema = z.object({ type: z.literal('left'), block: z.number() })

/** What the page says. */
export const pageMessageSchema = z.discriminatedUnion('type', [linesToColourSchema, blockLeftSchema])

/** @see pageMessageSchema */
export type PageMessage = z.infer<typeof pageMessageSchema>

/** The answer to a question: the tokens of its lines, packed. Null: the language can't be coloured. */
export const colouredLinesSchema = z.object({
  block: z.number(),
  tokens: z.nullable(z.instanceof(Uint32Array)),
})

/** @see colouredLinesSchema */
export type ColouredLines = z.infer<typeof colouredLinesSchema>
