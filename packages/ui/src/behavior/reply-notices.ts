import { type ConversationSummary, isOpen, type Message } from '@livetype/protocol'
import { laterTexts } from '../texts/later/later-texts.ts'
import { texts } from '../texts/texts.ts'

/** A reply that took this long, in milliseconds, is one that a person may have turned away from. */
const longReplyMs = 10_000
/** For so long no other tab tells of the same reply. */
const toldMs = 60_000

interface Watched<Value> {
  get(): Value
  subscribe(listener: () => void): () => void
}

type ConversationView =
  | {
      readonly status: 'ready'
      readonly conversation: ConversationSummary | null
      readonly running: readonly { readonly id: string }[]
      readonly isTemporary: boolean
    }
  | { readonly status: 'loading' | 'not-found' | 'failed' }

/** What is needed of the browser. */
export interface NoticeHost {
  isHidden(): boolean
  /** Returns what ends it. */
  onVisibility(listener: () => void): () => void
  readonly locks: Pick<LockManager, 'request' | 'query'>
  /** Shows a note outside of the page. */
  show(note: { title: string; body: string; tag: string; onClick: () => void }): void
  now(): number
}

/**
 * Tells, outside of the page, that a long reply of the open conversation has ended while its tab was out of sight: by
 * the conversation's title, never by the text. Of several tabs one tells, and none while one has the conversation in
 * sight. Returns what ends it. @see SPEC.md NOTICE1
 */
export function watchForNotices(options: {
  conversationId: string
  view: Watched<ConversationView>
  message(messageId: string): { readonly message: Message } | undefined
  isWanted(): boolean
  /** Brings the conversation to the front of the tab. */
  readonly open: () => void
  host?: NoticeHost
}): () => void {
  const { conversationId, view, host = browserNoticeHost() } = options
  /** The replies that are being made, and since when that is known here. */
  const running = new Map<string, number>()

  function look(): void {
    const now = view.get()
    if (now.status !== 'ready') return
    const ids = new Set(now.running.map(({ id }) => id))
    for (const [id, since] of running) {
      if (ids.has(id)) continue
      running.delete(id)
      ended(id, since, now)
    }
    for (const id of ids) if (!running.has(id)) running.set(id, host.now())
  }

  function ended(id: string, since: number, shown: Extract<ConversationView, { status: 'ready' }>): void {
    const message = options.message(id)?.message
    if (message?.role !== 'assistant' || isOpen(message.reply)) return
    const { status, startedAt, endedAt } = message.reply
    const isLong = Math.max(endedAt - startedAt, host.now() - since) >= longReplyMs
    // Who has stopped it knows.
    if (!isLong || status === 'stopped' || !host.isHidden() || !options.isWanted()) return
    const title = shown.isTemporary ? texts.temporary.title : shown.conversation?.title || texts.sidebar.untitled
    const body = status === 'completed' ? laterTexts.notices.ready : laterTexts.notices.failed
    void tellOnce(`livetype-notice-${message.runId}`, () => {
      host.show({ title, body, tag: message.runId, onClick: options.open })
    })
  }

  async function tellOnce(name: string, tell: () => void): Promise<void> {
    const { held = [] } = await host.locks.query()
    if (held.some((lock) => lock.name === inSight(conversationId))) return
    await host.locks.request(name, { ifAvailable: true }, (lock) => {
      if (!lock) return undefined
      tell()
      return new Promise((resolve) => setTimeout(resolve, toldMs))
    })
  }

  const leaveSight = keepInSight(conversationId, host)
  look()
  const unsubscribe = view.subscribe(look)
  return () => {
    unsubscribe()
    leaveSight()
  }
}

const inSight = (conversationId: string) => `livetype-in-sight-${conversationId}`

/** Lets the other tabs know, by a lock that they may share, that this one has the conversation in sight. */
function keepInSight(conversationId: string, host: NoticeHost): () => void {
  let release = () => {}
  const follow = () => {
    release()
    if (host.isHidden()) return
    const { promise, resolve } = Promise.withResolvers<void>()
    release = resolve
    void host.locks.request(inSight(conversationId), { mode: 'shared' }, () => promise)
  }
  follow()
  const end = host.onVisibility(follow)
  return () => {
    end()
    release()
  }
}

function browserNoticeHost(): NoticeHost {
  return {
    isHidden: () => document.visibilityState === 'hidden',
    onVisibility(listener) {
      document.addEventListener('visibilitychange', listener)
      return () => document.removeEventListener('visibilitychange', listener)
    },
    locks: navigator.locks,
    show({ title, body, tag, onClick }) {
      try {
        const note = new Notification(title, { body, tag })
        note.onclick = () => {
          window.focus()
          onClick()
          note.close()
        }
      } catch {
        // Some browsers of phones show notes of service workers only: there are none then.
      }
    },
    now: () => Date.now(),
  }
}
