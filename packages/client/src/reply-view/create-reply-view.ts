import { type AssistantMessage, isOpen, type Part } from '@livetype/protocol'
import type { Connection, MessageView } from '../chat-store/chat-store.ts'
import type { Frames } from '../frames.ts'
import type { Observable } from '../observable.ts'
import { createTypist } from '../typing/typist.ts'
import { createReplyParts } from './reply-parts.ts'
import type { PartView, ReplyActivity, ReplyView } from './reply-view.ts'

/** What a reply view is made from. */
export interface ReplyViewOptions {
  /** The reply. A message of a person has no parts here: views draw its text as it is. */
  readonly message: Observable<MessageView | undefined>
  readonly connection: Observable<Connection>
  readonly frames: Frames
  /** False where motion is not wanted: everything is shown as it arrives. Asked at each frame. */
  readonly isSmooth: () => boolean
  /** Monotonic milliseconds (the platform's), by which reading a long block takes no more than its share of the time. */
  readonly clock?: () => number
  /** Epoch milliseconds. */
  readonly now?: () => number
}

/** A reply as it is typed. Holds nothing while nobody listens. */
export type LiveReplyView = Observable<ReplyView> & { dispose(): void }

/**
 * Types one reply. What is there when it is first looked at shows at once, as does what arrived while nobody
 * listened, the connection was lost or the tab was hidden; what comes then is typed. Notifies at most once a frame.
 * @see SPEC.md STORE2
 */
export function createReplyView(options: ReplyViewOptions): LiveReplyView {
  const typist = createTypist()
  const parts = createReplyParts({ clock: options.clock ?? (() => performance.now()), now: options.now ?? Date.now })
  const listeners = new Set<() => void>()
  let view: ReplyView = { parts: [], activity: 'ended', isTyping: false }
  let seen: { message: MessageView | undefined; connection: Connection } | null = null
  let isCatchingUp = false
  let source: readonly Part[] = []
  /** The part that was written to last: of a reply that is continued, not always the last one. */
  let growingIndex = -1
  let cancelFrame: (() => void) | null = null
  let unsubscribe: (() => void) | null = null

  function update(nowMs: number | 'at-once'): void {
    const message = options.message.get()
    const connection = options.connection.get()
    const hasNews = message !== seen?.message
    const isFirst = seen === null
    seen = { message, connection }
    const reply = replyOf(message)
    const before = source
    source = reply?.parts ?? []
    growingIndex = grownIndex(before, source) ?? Math.min(growingIndex, source.length - 1)
    if (!parts.continues(source)) {
      // Another text than before is not typed a second time.
      isCatchingUp = true
      typist.reset()
      parts.reset()
    }
    if (connection === 'reconnecting') isCatchingUp = true
    const isRunning = isBeingWritten(message)
    const texts = source.map((part) => part.text)
    // The typist goes on at the end alone; text that grows before another part, as of a reply that is continued by a
    // model which thought first, is out at once.
    const isAtEnd = growingIndex === source.length - 1
    const isTyped = isRunning && isAtEnd && !isCatchingUp && options.isSmooth() && options.frames.isVisible()
    if (nowMs === 'at-once' || !isTyped) typist.flush(texts)
    else typist.advance(texts, nowMs)
    const wasCatchingUp = isCatchingUp
    if (hasNews && connection !== 'reconnecting') isCatchingUp = false
    const isLive = isRunning && !isFirst && !wasCatchingUp
    const shown = parts.update({ parts: source, position: typist.position, growingIndex, isRunning, isLive })
    view = same(view, {
      parts: shown,
      activity: activityOf(seen, { shown, growing: source[growingIndex] }),
      isTyping: isRunning,
    })
  }

  function onFrame(nowMs: number): void {
    cancelFrame = null
    const before = view
    update(nowMs)
    if (isBehind()) schedule()
    if (view !== before) for (const listener of [...listeners]) listener()
  }

  function schedule(): void {
    cancelFrame ??= options.frames.request(onFrame)
  }

  function isBehind(): boolean {
    return typist.isBehind || parts.isBehind
  }

  function hasChanged(): boolean {
    return seen === null || seen.message !== options.message.get() || seen.connection !== options.connection.get()
  }

  function start(): void {
    const stopMessage = options.message.subscribe(schedule)
    const stopConnection = options.connection.subscribe(() => {
      if (view.activity !== 'ended') schedule()
    })
    unsubscribe = () => {
      stopMessage()
      stopConnection()
    }
    if (seen === null) update('at-once')
    else if (hasChanged() || isBehind()) schedule()
  }

  function stop(): void {
    unsubscribe?.()
    unsubscribe = null
    cancelFrame?.()
    cancelFrame = null
  }

  return {
    get() {
      if (unsubscribe === null && (hasChanged() || isBehind())) update('at-once')
      return view
    },
    subscribe(listener) {
      // A listener of its own: the same function may be given twice.
      const own = () => listener()
      listeners.add(own)
      if (unsubscribe === null) start()
      return () => {
        listeners.delete(own)
        if (listeners.size === 0) stop()
      }
    },
    dispose() {
      listeners.clear()
      stop()
    },
  }
}

function replyOf(view: MessageView | undefined): AssistantMessage | null {
  return view?.message.role === 'assistant' ? view.message : null
}

/** Whether more is to come: it is being written, or is in the queue for it. */
function isBeingWritten(view: MessageView | undefined): boolean {
  const reply = replyOf(view)?.reply
  return view?.delivery !== 'failed' && reply !== undefined && isOpen(reply)
}

/** The last of the parts that are others than before; undefined where all are the same. */
function grownIndex(before: readonly Part[], parts: readonly Part[]): number | undefined {
  if (before === parts) return undefined
  const index = parts.findLastIndex((part, at) => part !== before[at])
  return index === -1 ? undefined : index
}

function activityOf(
  { message, connection }: { message: MessageView | undefined; connection: Connection },
  { shown, growing }: { shown: readonly PartView[]; growing: Part | undefined },
): ReplyActivity {
  if (message?.delivery === 'sending') return 'sending'
  if (!isBeingWritten(message)) return 'ended'
  if (connection === 'reconnecting') return 'reconnecting'
  if (replyOf(message)?.reply.status === 'queued') return 'queued'
  const last = shown.at(-1)
  if (last === undefined || growing === undefined) return 'waiting'
  // What is typed lags behind what is written; only text that goes on before the last part is out at once.
  return last.type === 'reasoning' && growing.type === 'reasoning' ? 'thinking' : 'writing'
}

function same(before: ReplyView, next: ReplyView): ReplyView {
  const isSame = before.parts === next.parts && before.activity === next.activity && before.isTyping === next.isTyping
  return isSame ? before : next
}
