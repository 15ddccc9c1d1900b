import type { TabSignals } from '../tab-signals.ts'

/** A tab's signals, given by hand. */
export interface FakeSignals extends TabSignals {
  give(signal: 'online' | 'visible' | 'hidden' | 'leave'): void
  readonly listeners: number
}

/** @see FakeSignals */
export function createFakeSignals(): FakeSignals {
  const heard = {
    online: new Set<() => void>(),
    visible: new Set<() => void>(),
    hidden: new Set<() => void>(),
    leave: new Set<() => void>(),
  }
  const listen = (signal: keyof typeof heard) => (listener: () => void) => {
    heard[signal].add(listener)
    return () => void heard[signal].delete(listener)
  }
  return {
    onOnline: listen('online'),
    onVisible: listen('visible'),
    onHidden: listen('hidden'),
    onLeave: listen('leave'),
    give(signal) {
      for (const listener of [...heard[signal]]) listener()
    },
    get listeners() {
      return heard.online.size + heard.visible.size + heard.hidden.size + heard.leave.size
    },
  }
}
