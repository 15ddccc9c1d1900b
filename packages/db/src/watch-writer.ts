import { SupersededError } from './database-state.ts'

const intervalMs = 1_000

/**
 * Looks once a second whether another process has taken the database over, so that a server with nothing to store
 * learns it too. Returns what ends the watch. @see SPEC.md RUN6
 */
export function watchWriter(assertWriter: () => void): () => void {
  const timer = setInterval(() => {
    try {
      assertWriter()
    } catch (error) {
      // Whatever else is wrong with the file, the next append says.
      if (error instanceof SupersededError) clearInterval(timer)
    }
  }, intervalMs)
  timer.unref()
  return () => clearInterval(timer)
}
