import { createHash } from 'node:crypto'

/**
 * An id made of another one: the same for the same owner and source every time, so that what is imported twice is
 * there once; of no use to other owners, whose are different.
 */
export function derivedId(ownerId: string, source: string, id: string): string {
  return createHash('sha256')
    .update(JSON.stringify([ownerId, source, id]))
    .digest('base64url')
    .slice(0, 32)
}
