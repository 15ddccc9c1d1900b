/** Whether a part of the library could not be had, which says nothing of the source. */
export function wasNotLoaded(error: unknown): boolean {
  return error instanceof TypeError && /\b(?:module|import)/i.test(error.message)
}

/** Why a source can't be read: the first line of what the library says; of its own faults only what kind they are. */
export function reasonOf(error: unknown): string {
  if (error instanceof TypeError || error instanceof RangeError || error instanceof ReferenceError) return error.name
  const message = error instanceof Error ? error.message : String(error)
  const [first = ''] = message.trim().split('\n')
  return first.replace(/:$/, '').slice(0, 300)
}
