import type { StreamSlots } from '../transport/stream-slots.ts'

/** Of the six connections that a browser has for a server, three are left for commands. */
const slotCount = 3

/** A slot is kept this long after its stream ended: mostly the next stream of the tab begins at once. */
const lingerMs = 500

/** What is needed of a browser's `navigator.locks`. */
export interface Locks {
  request(name: string, options: { ifAvailable: true }, held: (lock: object | null) => Promise<void>): Promise<unknown>
}

interface Slot {
  readonly release: () => void
  isUsed: boolean
}

/**
 * The slots of a browser's tabs, React's and Vue's alike, as locks of their origin: a tab that is closed or crashes
 * gives its slot back. Without the Web Locks API no tab can know of the others, so none gets a slot.
 */
export function browserStreamSlots(locks: Locks | undefined): StreamSlots {
  let kept: Slot | undefined

  function giveBack(slot: Slot): void {
    slot.isUsed = false
    setTimeout(() => {
      if (slot.isUsed) return
      if (kept === slot) kept = undefined
      slot.release()
    }, lingerMs)
  }

  return {
    async take() {
      if (!locks || kept?.isUsed) return undefined
      if (kept) {
        const slot = kept
        slot.isUsed = true
        return () => giveBack(slot)
      }
      for (let index = 0; index < slotCount; index += 1) {
        const release = await takeLock(locks, `livetype-stream-${index}`)
        if (!release) continue
        // Another may have been granted meanwhile, to a stream that was given up for this one: that goes back by itself.
        const slot = { release, isUsed: true }
        kept = slot
        return () => giveBack(slot)
      }
      return undefined
    },
  }
}

/** Resolves with what releases the lock, or undefined where another tab has it. */
function takeLock(locks: Locks, name: string): Promise<(() => void) | undefined> {
  return new Promise((resolve) => {
    locks
      .request(name, { ifAvailable: true }, (lock) => {
        if (!lock) {
          resolve(undefined)
          return Promise.resolve()
        }
        return new Promise<void>((release) => resolve(release))
      })
      // A page that has no origin of its own has no locks either.
      .catch(() => resolve(undefined))
  })
}
