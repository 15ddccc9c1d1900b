import type { Timers } from '../timers.ts'
import type { TabSignals } from './tab-signals.ts'

/** A tab out of sight keeps its stream this long: people switch back and forth. */
const hiddenGraceMs = 5_000
/** After this long out of sight the machine may have slept, and a socket that looks open may be dead. */
const suspectAfterMs = 30_000

interface PresenceOptions {
  readonly signals: TabSignals
  readonly timers: Timers
  readonly now: () => number
  readonly isVisible: boolean
  /** The tab has been out of sight for a while. */
  onAway(): void
  /** The tab is in sight again. `isSuspect`: what was open before may be dead. */
  onBack(isSuspect: boolean): void
  onOnline(): void
}

/** Whether anyone may be looking. */
export interface Presence {
  readonly isAway: boolean
  dispose(): void
}

/** @see Presence */
export function createPresence(options: PresenceOptions): Presence {
  const { signals, timers, now } = options
  let isAway = !options.isVisible
  let hiddenSince = options.isVisible ? null : now()
  let cancelGrace: (() => void) | undefined
  const ends = [
    signals.onOnline(() => options.onOnline()),
    signals.onHidden(() => {
      hiddenSince ??= now()
      cancelGrace?.()
      cancelGrace = timers.after(hiddenGraceMs, () => {
        isAway = true
        options.onAway()
      })
    }),
    signals.onVisible(() => {
      cancelGrace?.()
      cancelGrace = undefined
      const isSuspect = hiddenSince !== null && now() - hiddenSince >= suspectAfterMs
      hiddenSince = null
      isAway = false
      options.onBack(isSuspect)
    }),
  ]
  return {
    get isAway() {
      return isAway
    },
    dispose() {
      for (const end of ends) end()
    },
  }
}
