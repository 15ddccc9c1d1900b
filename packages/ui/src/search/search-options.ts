import type { SearchGroup, TextSegment } from '@livetype/protocol'
import { messageAddress } from '../behavior/named-message.ts'
import { laterTexts } from '../texts/later/later-texts.ts'
import { texts } from '../texts/texts.ts'

/** Something among the results that can be chosen. */
export type SearchOption =
  | {
      readonly kind: 'conversation'
      readonly id: string
      readonly conversationId: string
      readonly title: readonly TextSegment[]
      /** Epoch milliseconds. */
      readonly at: number
    }
  | {
      readonly kind: 'message'
      readonly id: string
      readonly conversationId: string
      readonly messageId: string
      readonly author: string
      /** Epoch milliseconds. */
      readonly at: number
      readonly excerpt: readonly TextSegment[]
    }
  | { readonly kind: 'more'; readonly id: string; readonly conversationId: string; readonly label: string }

/** What was found in one conversation, as it is shown. */
export interface SearchSection {
  readonly conversationId: string
  readonly title: string
  readonly options: readonly SearchOption[]
}

/** The results as they are shown. @param failedId the conversation of which the rest could not be read. */
export function searchSections(groups: readonly SearchGroup[], failedId: string | null = null): SearchSection[] {
  return groups.map(({ conversationId, title, updatedAt, hits, hitCount }) => {
    const written = title.map(({ text }) => text).join('')
    const named = written === '' ? [{ text: texts.sidebar.untitled, isMatch: false }] : title
    const hidden = hitCount - hits.length
    const label = conversationId === failedId ? laterTexts.search.moreFailed : laterTexts.search.more(hidden)
    const options: SearchOption[] = [
      { kind: 'conversation', id: `search-${conversationId}`, conversationId, title: named, at: updatedAt },
      ...hits.map(
        ({ messageId, role, createdAt, excerpt }): SearchOption => ({
          kind: 'message',
          id: `search-${messageId}`,
          conversationId,
          messageId,
          author: role === 'user' ? texts.transcript.you : texts.transcript.assistant,
          at: createdAt,
          excerpt,
        }),
      ),
    ]
    if (hidden > 0) options.push({ kind: 'more', id: `search-more-${conversationId}`, conversationId, label })
    return { conversationId, title: written || texts.sidebar.untitled, options }
  })
}

/** Where a result leads to; null where it leads nowhere. The conversation's page goes on to the message. */
export function searchPath(option: SearchOption): string | null {
  if (option.kind === 'more') return null
  const { conversationId } = option
  return option.kind === 'message' ? messageAddress(conversationId, option.messageId) : `/c/${conversationId}`
}

/** How much was found, in words. */
export function searchAnnouncement(found: {
  readonly hitCount: number
  readonly isLimited: boolean
  readonly groups: readonly SearchGroup[]
}): string {
  const words = laterTexts.search
  if (found.groups.length === 0) return words.none
  if (found.isLimited) return words.limited(found.hitCount)
  return found.hitCount > 0 ? words.foundMessages(found.hitCount) : words.foundTitles(found.groups.length)
}
