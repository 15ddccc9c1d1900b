import type { ChatError, SearchGroup } from '@livetype/protocol'

/** How the next page of results stands: `end` where there is none. */
export type NextPage = 'end' | 'waiting' | 'loading' | 'failed'

/** How the rest of what was found in one conversation stands, while it is read and where that failed. */
export interface SearchExpansion {
  readonly conversationId: string
  readonly status: 'loading' | 'failed'
}

/** What a search shows. */
export type SearchView =
  /** Nothing to look for. */
  | { readonly status: 'idle' }
  /** The first answer is on its way. */
  | { readonly status: 'searching' }
  | {
      readonly status: 'ready'
      /** Whether what was typed since is still being looked for: these are the results of before. */
      readonly isStale: boolean
      readonly groups: readonly SearchGroup[]
      /** How many messages were found, on these pages and on those to come. */
      readonly hitCount: number
      /** Whether there was more than is looked through. */
      readonly isLimited: boolean
      readonly next: NextPage
      readonly expansion: SearchExpansion | null
    }
  | { readonly status: 'failed'; readonly error: ChatError }
