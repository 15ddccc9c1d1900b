/**
 * Returns `next` with every part that equals the same part of `previous` replaced by that part, so that a view
 * which compares references redraws only what changed. Both are trees of arrays, plain objects and primitives.
 */
export function shareNodes<Value>(previous: Value, next: Value): Value {
  if (Object.is(previous, next)) return previous
  if (!isTree(previous) || !isTree(next) || Array.isArray(previous) !== Array.isArray(next)) return next
  if (Array.isArray(previous) && Array.isArray(next)) return shareItems(previous, next) ? previous : next
  return shareParts(previous, next) ? previous : next
}

function shareItems(previous: readonly unknown[], next: unknown[]): boolean {
  let isSame = previous.length === next.length
  for (let index = 0; index < next.length; index += 1) {
    if (Object.is(previous[index], next[index])) continue
    next[index] = shareNodes(previous[index], next[index])
    if (!Object.is(previous[index], next[index])) isSame = false
  }
  return isSame
}

/** Puts the equal parts of `previous` into `next`; true where all of it is equal. */
function shareParts(previous: Record<string, unknown>, next: Record<string, unknown>): boolean {
  const keys = Object.keys(next)
  let isSame = keys.length === Object.keys(previous).length
  for (const key of keys) {
    const before = previous[key]
    const shared = shareNodes(before, next[key])
    next[key] = shared
    if (!Object.is(before, shared) || !(key in previous)) isSame = false
  }
  return isSame
}

function isTree(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
