import type { Message } from '@livetype/protocol'
import type { TranscriptView } from '../behavior/transcript-view.ts'
import { createFindHighlights } from './find-highlights.ts'
import { foldText } from './fold-text.ts'
import { matchRanges } from './match-ranges.ts'
import { createMessageMatches } from './message-matches.ts'
import { hideSources, showSources } from './show-sources.ts'

interface Readable<Value> {
  get(): Value
  subscribe(listener: () => void): () => void
}

/** What is found in the open conversation. */
export interface FoundPlaces {
  readonly query: string
  readonly count: number
  /** Which of them the reader stands at, from 1; 0 where there is none. */
  readonly number: number
  /** Messages are still being read: there may be more. */
  readonly isReading: boolean
}

/** The search within a conversation: an observable of what is found, which marks it in the page. */
export interface ConversationFind extends Readable<FoundPlaces> {
  /** Searches for something else, from what is in sight on. */
  search(query: string): void
  /** Goes to the next place, or the one before; from the last to the first. */
  step(by: 1 | -1): void
  /** Follows the conversation and marks what is found in the page; ends with the function it returns. */
  attach(): () => void
}

/** What is searched. */
export interface SearchedConversation {
  readonly conversation: Readable<
    | {
        readonly messageIds: readonly string[]
        readonly compared: readonly string[]
        readonly running: readonly { readonly id: string }[]
      }
    | { readonly status: 'loading' | 'not-found' | 'failed' }
  >
  readonly transcript: TranscriptView
  message(messageId: string): Readable<{ readonly message: Message } | undefined>
  /** Reads what is yet to be read of the path. */
  readAll(): Promise<void>
  /** That did not work: what is there is searched. */
  onReadFailed(error: unknown): void
}

interface Place {
  readonly messageId: string
  /** Which of the places in the message. */
  readonly index: number
}

/** @see ConversationFind */
export function createFind(searched: SearchedConversation): ConversationFind {
  const { conversation, transcript } = searched
  const listeners = new Set<() => void>()
  const matches = createMessageMatches()
  const highlights = createFindHighlights()
  let query = ''
  /** How many places each message has that has any, in the order of the conversation. */
  let counts: readonly { readonly messageId: string; readonly count: number; readonly before: number }[] = []
  let current: Place | null = null
  let places: FoundPlaces = { query: '', count: 0, number: 0, isReading: true }
  /** The path that was read, or is being read. */
  let readIds: readonly string[] | undefined
  let isReading = true
  let unwatch: (() => void)[] = []
  let watched = ''
  let frame: number | undefined

  function messageIds(): readonly string[] {
    const view = conversation.get()
    if (!('messageIds' in view)) return []
    return view.compared.length > 1 ? [...view.messageIds, ...view.compared.slice(1)] : view.messageIds
  }

  function count(): void {
    // Looking at a message that is yet to be read would have it read by itself.
    const folded = isReading ? '' : foldText(query)
    let before = 0
    counts = (folded === '' ? [] : messageIds()).flatMap((messageId) => {
      const message = searched.message(messageId).get()?.message
      const found = message ? matches.count(message, folded) : 0
      if (found === 0) return []
      before += found
      return [{ messageId, count: found, before: before - found }]
    })
    const own = current && counts.find(({ messageId }) => messageId === current?.messageId)
    if (own && current) current = { ...current, index: Math.min(current.index, own.count - 1) }
    else current = null
    publish(before)
  }

  function publish(total = places.count): void {
    const own = counts.find(({ messageId }) => messageId === current?.messageId)
    const number = own && current ? own.before + current.index + 1 : 0
    const next = { query, count: total, number, isReading }
    if (JSON.stringify(next) !== JSON.stringify(places)) {
      places = next
      for (const listener of [...listeners]) listener()
    }
    mark()
  }

  /** The place so far from the first, around the ends. */
  function placeAt(number: number): Place | null {
    if (places.count === 0) return null
    const wanted = (number + places.count) % places.count
    const own = counts.findLast(({ before }) => before <= wanted)
    return own ? { messageId: own.messageId, index: wanted - own.before } : null
  }

  function go(place: Place | null): void {
    current = place
    publish()
    if (place) transcript.reveal(place.messageId, (message) => rangeOf(message, place.index))
  }

  function rangeOf(message: Element, index: number): Range | undefined {
    const ranges = matchRanges(message, foldText(query))
    showSources(message, ranges)
    // What is shown may be less than what was written.
    return ranges[Math.min(index, ranges.length - 1)]
  }

  /** Marks what is drawn, in the next frame: it is called for every token. */
  function mark(): void {
    frame ??= requestAnimationFrame(() => {
      frame = undefined
      const folded = foldText(query)
      if (folded === '' || counts.length === 0) return clear()
      const all: Range[] = []
      let standing: Range | undefined
      for (const message of document.querySelectorAll<HTMLElement>('.messages [data-message-id]')) {
        const ranges = matchRanges(message, folded)
        showSources(message, ranges)
        all.push(...ranges)
        if (current && message.dataset.messageId === current.messageId) {
          standing = ranges[Math.min(current.index, ranges.length - 1)]
        }
      }
      highlights.show(all, standing)
    })
  }

  function clear(): void {
    highlights.clear()
    hideSources()
  }

  /** Replies that grow are searched as they do. */
  function watchRunning(): void {
    const view = conversation.get()
    const running = 'running' in view ? view.running.map(({ id }) => id) : []
    if (running.join() === watched) return
    watched = running.join()
    for (const end of unwatch) end()
    unwatch = running.map((id) => searched.message(id).subscribe(count))
  }

  async function readAll(): Promise<void> {
    const ids = messageIds()
    if (ids.length === readIds?.length && ids.at(-1) === readIds.at(-1)) return
    readIds = ids
    try {
      await searched.readAll()
    } catch (error) {
      searched.onReadFailed(error)
    }
    if (readIds !== ids) return
    isReading = false
    if (current === null) search(query)
    else count()
  }

  function search(next: string): void {
    query = next
    const from = current?.messageId ?? transcript.firstInSight()
    current = null
    count()
    const order = new Map(messageIds().map((id, index) => [id, index]))
    const start = order.get(from ?? '') ?? 0
    const first = counts.find(({ messageId }) => (order.get(messageId) ?? 0) >= start) ?? counts[0]
    go(first ? { messageId: first.messageId, index: 0 } : null)
  }

  const refresh = () => {
    watchRunning()
    void readAll()
    count()
  }
  return {
    get: () => places,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    attach() {
      const ends = [conversation.subscribe(refresh), transcript.rows.subscribe(mark)]
      const changes = new MutationObserver(mark)
      const list = document.querySelector('.messages')
      if (list) changes.observe(list, { childList: true, subtree: true, characterData: true })
      refresh()
      return () => {
        for (const end of [...ends, ...unwatch]) end()
        unwatch = []
        watched = ''
        changes.disconnect()
        if (frame !== undefined) cancelAnimationFrame(frame)
        frame = undefined
        clear()
      }
    },
    search,
    step(by) {
      go(placeAt(places.number === 0 ? (by === 1 ? 0 : -1) : places.number - 1 + by))
    },
  }
}
