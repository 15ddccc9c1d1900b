import * as z from 'zod/mini'

/** An id made by a client or the server: 8 to 64 characters that need no escaping in a URL, a header or an SSE field. */
export const idSchema = z
  .string()
  .check(z.regex(/^[A-Za-z0-9_-]{8,64}$/, 'an id is 8 to 64 letters, digits, "-" or "_"'))

/** The id of a model as clients name it, such as `demo` or `gpt-5-mini`. */
export const modelIdSchema = z.string().check(z.minLength(1), z.maxLength(200))

/**
 * Makes a random id (122 random bits, UUID version 4). Works without a secure context,
 * where `crypto.randomUUID` is missing, so that plain HTTP in a home network can send too.
 */
export function makeId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
