import type { Failure, Model } from '@livetype/protocol'
import { chatErrorFrom } from '../chat-store/chat-error-from.ts'
import { createRetry } from '../chat-store/retry.ts'
import { noTabSignals, type TabSignals } from '../chat-store/tab-signals.ts'
import type { Observable } from '../observable.ts'
import { platformTimers, type Timers } from '../timers.ts'

/** For so long nobody needs to ask again. */
const freshMs = 30_000
/** How often the models are asked for before a person is told. */
const maxTries = 3

/** The models on offer, as far as they are known. Once they are, they stay so, whatever becomes of a later reading. */
export type ModelListView =
  | { readonly status: 'pending' }
  | { readonly status: 'error'; readonly failure: Failure }
  | { readonly status: 'success'; readonly models: readonly Model[] }

/** The models of the server, read when they are first looked at, and again when a tab comes back to them. */
export interface ModelList extends Observable<ModelListView> {
  /** Reads them again. */
  refresh(): void
}

interface ModelListOptions {
  readonly load: () => Promise<readonly Model[]>
  /** Without them, nothing comes back. */
  readonly signals?: TabSignals
  /** Epoch milliseconds. */
  readonly now?: () => number
  readonly timers?: Timers
  /** From 0 to 1, for delays that must not coincide. */
  readonly random?: () => number
}

/** @see ModelList */
export function createModelList(options: ModelListOptions): ModelList {
  const { load, signals = noTabSignals, now = Date.now, timers = platformTimers, random = Math.random } = options
  const retry = createRetry(timers, random, maxTries)
  const listeners = new Set<() => void>()
  let view: ModelListView = { status: 'pending' }
  let isReading = false
  let readAt = Number.NEGATIVE_INFINITY

  function show(next: ModelListView): void {
    view = next
    for (const listener of listeners) listener()
  }

  async function read(): Promise<void> {
    if (isReading) return
    isReading = true
    if (view.status === 'error') show({ status: 'pending' })
    try {
      const models = await retry.run(load)
      readAt = now()
      show({ status: 'success', models })
    } catch (error) {
      if (view.status !== 'success') show({ status: 'error', failure: chatErrorFrom(error).toFailure() })
    } finally {
      isReading = false
    }
  }

  function readAgain(): void {
    retry.hurry()
    if (listeners.size > 0 && now() - readAt > freshMs) void read()
  }

  signals.onVisible(readAgain)
  signals.onOnline(readAgain)

  return {
    get: () => view,
    subscribe(listener) {
      listeners.add(listener)
      readAgain()
      return () => listeners.delete(listener)
    },
    refresh: () => void read(),
  }
}
