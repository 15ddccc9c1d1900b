import type { ConversationSummary, Failure, ListFilter, ListPosition } from '@livetype/protocol'
import { compareInList, isListed } from '@livetype/protocol'

/** How much of a list is known: all that stands before or at `end`, or all of it. */
interface Listing {
  readonly filter: ListFilter
  /** Null: all is known. Undefined: nothing yet. */
  end: ListPosition | null | undefined
  older: 'idle' | 'loading' | Failure
}

/** Whether more can be read: `none`: that is all there is. */
export type Older = 'none' | 'more' | 'loading' | Failure

/** The whole list, and the one that a filter picks, where a person has set one. @see SPEC.md LIST1 */
export interface Listings {
  readonly filter: ListFilter
  readonly main: Listing
  readonly shown: Listing
  setFilter(filter: ListFilter): void
  /** The list was read anew, down to `end`: what a filter had picked is to be read again. */
  restart(end: ListPosition | null): void
}

/** @see Listings */
export function createListings(): Listings {
  const main: Listing = { filter: {}, end: undefined, older: 'idle' }
  let shown = main
  return {
    main,
    get filter() {
      return shown.filter
    },
    get shown() {
      return shown
    },
    setFilter(filter) {
      const isMain = !filter.isArchived && filter.tag === undefined
      shown = isMain ? main : { filter, end: undefined, older: 'idle' }
    },
    restart(end) {
      main.end = end
      main.older = 'idle'
      if (shown !== main) shown = { ...shown, end: undefined, older: 'idle' }
    },
  }
}

/** Whether a conversation stands in the part of the list that is known without a hole. */
export function isInListing({ filter, end }: Listing, conversation: ConversationSummary): boolean {
  if (end === undefined || !isListed(conversation, filter)) return false
  const isWhole = !filter.isArchived && filter.tag === undefined
  return end === null || compareInList(conversation, end) <= 0 || (isWhole && conversation.isPinned === true)
}

/** @see Older */
export function olderOf({ end, older }: Listing): Older {
  if (older !== 'idle') return older
  return end === null ? 'none' : end === undefined ? 'loading' : 'more'
}
