import type { ChatError, ChatStreamInput, StreamEvent } from '@livetype/protocol'
import { backoffMs, streamBackoff } from '../backoff.ts'
import type { Timers } from '../timers.ts'
import type { ChatApi } from './chat-api.ts'
import type { Connection } from './chat-store.ts'

/** A cut shorter than this is not shown: most heal before anyone could read the word. */
const cutGraceMs = 300
/** A stream that was changed for another by plan has this long before it counts as cut. */
const changeGraceMs = 1_000
/** A stream that is not live after this long is given up and begun anew. */
const connectTimeoutMs = 15_000
/** A stream begun this shortly ago is not begun again, whatever the browser tells. */
const newStreamMs = 1_000

/** What the one stream is to follow. */
export interface Target {
  /** The conversation, if any, and the versions of the states: another key needs another stream. */
  readonly key: string
  readonly conversationId: string | null
  readonly cursors: Omit<ChatStreamInput, 'lastEventId'>
}

interface FollowerOptions {
  readonly api: Pick<ChatApi, 'stream'>
  readonly timers: Timers
  readonly now: () => number
  readonly random: () => number
  onEvents(events: readonly StreamEvent[], conversationId: string | null): void
  /** The server refused the stream: trying again as it is won't help. */
  onRefused(error: ChatError, target: Target): void
  onConnection(connection: Connection): void
}

/** Keeps at most one stream, on what it was last told to follow. @see SPEC.md SUB4 */
export interface Follower {
  /** Follows `target` from now on; null: nothing. Told the same again, it changes nothing. */
  follow(target: Target | null): void
  /** Begins the stream anew at once, resuming where it is; a live one only where that is `isForced`. */
  reconnect(options: { readonly isForced: boolean }): void
}

/** @see Follower */
export function createFollower(options: FollowerOptions): Follower {
  let target: Target | null = null
  /** Where the last stream came to, good only for the very same target. */
  let resume: { readonly key: string; readonly lastEventId: string } | null = null
  let endStream: (() => void) | undefined
  let connection: Connection = 'connecting'
  let isLive = false
  let attempt = 0
  let startedAt = 0
  let cancelGrace: (() => void) | undefined
  let cancelRestart: (() => void) | undefined

  function setConnection(next: Connection): void {
    cancelGrace?.()
    cancelGrace = undefined
    if (next === connection) return
    connection = next
    options.onConnection(next)
  }

  function showCutAfter(graceMs: number): void {
    if (connection === 'reconnecting' || cancelGrace) return
    cancelGrace = options.timers.after(graceMs, () => setConnection('reconnecting'))
  }

  function end(): void {
    cancelRestart?.()
    cancelRestart = undefined
    endStream?.()
    endStream = undefined
    isLive = false
  }

  function restartAfter(delayMs: number): void {
    cancelRestart?.()
    cancelRestart = options.timers.after(delayMs, start)
  }

  function start(): void {
    end()
    if (!target) return
    const followed = target
    startedAt = options.now()
    if (connection === 'idle') setConnection('connecting')
    else if (connection === 'live') showCutAfter(changeGraceMs)
    let isOver = false
    const lastEventId = resume?.key === followed.key ? { lastEventId: resume.lastEventId } : {}
    const close = options.api.stream(
      { ...followed.cursors, ...lastEventId },
      {
        onEvents(events, cursor) {
          if (isOver) return
          resume = { key: followed.key, lastEventId: cursor }
          options.onEvents(events, followed.conversationId)
        },
        onState(state) {
          if (isOver) return
          isLive = state === 'live'
          if (isLive) {
            attempt = 0
            cancelRestart?.()
            cancelRestart = undefined
            setConnection('live')
          } else if (state === 'lost') {
            showCutAfter(cutGraceMs)
            restartAfter(connectTimeoutMs)
          }
        },
        onFailure(error) {
          if (isOver) return
          end()
          attempt += 1
          showCutAfter(cutGraceMs)
          restartAfter(backoffMs(streamBackoff, attempt, options.random()))
          if (!error.isRetryable) {
            // Whatever was wrong with the request, its place in the stream is not worth keeping.
            resume = null
            options.onRefused(error, followed)
          }
        },
      },
    )
    const endThis = () => {
      isOver = true
      close()
    }
    if (isOver || endStream) {
      endThis()
      return
    }
    endStream = endThis
    if (!isLive && !cancelRestart) restartAfter(connectTimeoutMs)
  }

  return {
    follow(next) {
      if (next === null) {
        target = null
        end()
        setConnection('idle')
        return
      }
      if (next.key === target?.key) return
      target = next
      start()
    },
    reconnect(how) {
      const isNew = endStream !== undefined && options.now() - startedAt < newStreamMs
      if (target && !isNew && (!isLive || how.isForced)) start()
    },
  }
}
