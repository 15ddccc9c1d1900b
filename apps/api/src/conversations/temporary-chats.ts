/** How long a temporary conversation is there after nobody has it open any more, in milliseconds. */
const keptMs = 60 * 60 * 1_000

/**
 * Who has which temporary conversation open. Only in memory: after a restart nobody has, and all of them go.
 * @see SPEC.md TEMP1
 */
export interface TemporaryChats {
  /** A temporary conversation begins, and is someone's from now on. */
  begin(conversationId: string): void
  /** Someone has a conversation, temporary or not, open until this is disposed. */
  hold(conversationId: string): Disposable
  /** @param updatedAt when a message or reply was its last. */
  isInUse(conversationId: string, updatedAt: number): boolean
  /** It is gone, or kept like any other. */
  forget(conversationId: string): void
}

interface Use {
  holders: number
  isBegun: boolean
  /** When it was begun, or the last one left it. */
  leftAt: number
}

/** @see TemporaryChats */
export function createTemporaryChats(now: () => number): TemporaryChats {
  const uses = new Map<string, Use>()
  const recordOf = (id: string): Use => {
    const use = uses.get(id) ?? { holders: 0, isBegun: false, leftAt: now() }
    uses.set(id, use)
    return use
  }
  return {
    begin(id) {
      recordOf(id).isBegun = true
    },
    hold(id) {
      const use = recordOf(id)
      use.holders += 1
      let isHeld = true
      return {
        [Symbol.dispose]() {
          if (!isHeld) return
          isHeld = false
          use.holders -= 1
          use.leftAt = now()
          if (use.holders === 0 && !use.isBegun) uses.delete(id)
        },
      }
    },
    isInUse(id, updatedAt) {
      const use = uses.get(id)
      if (!use?.isBegun) return false
      const isInUse = use.holders > 0 || Math.max(use.leftAt, updatedAt) + keptMs > now()
      if (!isInUse) uses.delete(id)
      return isInUse
    },
    forget(id) {
      const use = uses.get(id)
      if (!use) return
      use.isBegun = false
      if (use.holders === 0) uses.delete(id)
    },
  }
}
