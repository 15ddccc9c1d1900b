import * as z from 'zod/mini'

/** Longest name of a tag, in UTF-16 units. */
export const maxTagLength = 40

/** The name of a tag: one line, with single spaces. Names that look alike are one. */
export const tagSchema = z.pipe(
  z.string().check(z.maxLength(200)),
  z.pipe(
    z.transform((name: string) =>
      name
        .normalize('NFC')
        .replace(/[\s\p{Cc}]+/gu, ' ')
        .trim(),
    ),
    z
      .string()
      .check(
        z.minLength(1, 'a tag needs a name'),
        z.maxLength(maxTagLength, `the name of a tag can have up to ${maxTagLength} characters`),
      ),
  ),
)
