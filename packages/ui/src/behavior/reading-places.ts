import type { RowPlace } from './view-anchor.ts'

/** Where a person was reading in each conversation, for as long as the tab lives; a reload keeps it. */
export interface ReadingPlaces {
  get(conversationId: string): RowPlace | null
  /** Null: at the end, where a conversation opens by itself. */
  set(conversationId: string, place: RowPlace | null): void
}

const key = 'livetype.reading'
/** Those that were left last are remembered. */
const maxPlaces = 50

/** Storage that is full or forbidden costs the memory of it, nothing else. */
export function createReadingPlaces(host: Pick<Window, 'sessionStorage'> = window): ReadingPlaces {
  let places = new Map(read(host))
  return {
    get: (conversationId) => places.get(conversationId) ?? null,
    set(conversationId, place) {
      if (place === null && !places.has(conversationId)) return
      places.delete(conversationId)
      if (place) places.set(conversationId, place)
      places = new Map([...places].slice(-maxPlaces))
      try {
        host.sessionStorage.setItem(key, JSON.stringify([...places]))
      } catch {
        // Holds until the page is left.
      }
    },
  }
}

function read(host: Pick<Window, 'sessionStorage'>): [string, RowPlace][] {
  try {
    const stored: unknown = JSON.parse(host.sessionStorage.getItem(key) ?? '[]')
    return Array.isArray(stored) ? stored.flatMap(placeIn) : []
  } catch {
    // With cookies blocked the mere access throws; and what is there may be anything.
    return []
  }
}

function placeIn(stored: unknown): [string, RowPlace][] {
  if (!Array.isArray(stored)) return []
  const conversationId: unknown = stored[0]
  const place: unknown = stored[1]
  if (typeof conversationId !== 'string' || typeof place !== 'object' || place === null) return []
  if (!('id' in place) || typeof place.id !== 'string' || !('top' in place) || typeof place.top !== 'number') return []
  return [[conversationId, { id: place.id, top: place.top }]]
}
