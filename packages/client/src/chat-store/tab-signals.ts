/** What a tab hears from its browser. Each function returns what ends the listening. */
export interface TabSignals {
  /** The network came back. */
  onOnline(listener: () => void): () => void
  /** The tab came to the front, or the machine woke with the tab in front. */
  onVisible(listener: () => void): () => void
  /** The tab went out of sight. */
  onHidden(listener: () => void): () => void
  /** The page may be gone soon: it went out of sight, or is being left. */
  onLeave(listener: () => void): () => void
}

/** For programs without a tab: always in sight, never told of a network. */
export const noTabSignals: TabSignals = {
  onOnline: () => () => undefined,
  onVisible: () => () => undefined,
  onHidden: () => () => undefined,
  onLeave: () => () => undefined,
}
