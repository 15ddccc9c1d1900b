/** A rule was broken. The message has the seed and what led to it. */
export class Violation extends Error {
  override readonly name = 'Violation'
}

/** What happened, in short, so that a violation can say what led to it. */
export interface History {
  /** @param subject whom it is about: a conversation's id, or `server`, `network`. */
  note(subject: string, what: string): void
  /** Resolves when so many notes more were made: a fault can wait for things to be under way. */
  untilNoted(count: number): Promise<void>
  /** Remembers the violation, for `assertNone`, and returns it to be thrown. */
  violation(subject: string, what: string): Violation
  readonly violations: readonly Violation[]
  /** @throws {Violation} the first there was: one that was thrown into a stream's handler may have been swallowed there. */
  assertNone(): void
}

const maxNotes = 4_000
const shownNotes = 60
/** What concerns everybody. */
const sharedSubjects: ReadonlySet<string> = new Set(['server', 'network', 'model'])

/** @param seed named by every violation. */
export function createHistory(seed: number): History {
  let notes: { readonly atMs: number; readonly subject: string; readonly what: string }[] = []
  const violations: Violation[] = []
  const waiting = new Set<{ left: number; resolve(): void }>()
  const beganAt = performance.now()

  const about = (subject: string) =>
    notes
      .filter((note) => note.subject === subject || sharedSubjects.has(note.subject))
      .slice(-shownNotes)
      .map((note) => `  ${note.atMs.toFixed(0).padStart(7)} ms  ${note.subject}: ${note.what}`)

  return {
    violations,
    note(subject, what) {
      notes.push({ atMs: performance.now() - beganAt, subject, what })
      if (notes.length > 2 * maxNotes) notes = notes.slice(-maxNotes)
      for (const waiter of waiting) {
        waiter.left -= 1
        if (waiter.left > 0) continue
        waiting.delete(waiter)
        waiter.resolve()
      }
    },
    untilNoted(count) {
      return count === 0 ? Promise.resolve() : new Promise((resolve) => waiting.add({ left: count, resolve }))
    },
    violation(subject, what) {
      const lines = [`${subject}: ${what}`, `seed ${seed}; what led to it:`, ...about(subject)]
      const violation = new Violation(lines.join('\n'))
      violations.push(violation)
      return violation
    },
    assertNone() {
      if (violations[0]) throw violations[0]
    },
  }
}
