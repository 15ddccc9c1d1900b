import type { ConversationSummary } from '@livetype/protocol'
import { languageTag } from '../languages/catalogue.ts'
import { texts } from '../texts/texts.ts'

/** A group of the list of conversations: those that are pinned, those of a few days, or those of a month. */
export interface ListGroup {
  /** `pinned`, `today`, `yesterday`, `lastWeek`, `lastMonth`, or a month such as `2026-09`. */
  readonly key: string
  readonly conversations: readonly ConversationSummary[]
}

interface Span {
  readonly key: string
  /** When it begins, in epoch milliseconds. */
  readonly from: number
}

/** The list in groups, by the days of the reader's own calendar. `conversations` come the last used first. */
export function groupConversations(
  conversations: readonly ConversationSummary[],
  { todayFrom, hasPinned }: { todayFrom: number; hasPinned: boolean },
): ListGroup[] {
  const groups = new Map<string, ConversationSummary[]>(hasPinned ? [['pinned', []]] : [])
  const recent = recentSpans(todayFrom)
  let span: Span | undefined
  for (const conversation of conversations) {
    const { updatedAt } = conversation
    // They come in order, so that most stand in the span of the one before.
    if (!span || updatedAt < span.from) span = recent.find(({ from }) => updatedAt >= from) ?? monthOf(updatedAt)
    const key = hasPinned && conversation.isPinned ? 'pinned' : span.key
    const group = groups.get(key)
    if (group) group.push(conversation)
    else groups.set(key, [conversation])
  }
  return [...groups].filter(([, own]) => own.length > 0).map(([key, own]) => ({ key, conversations: own }))
}

/** What stands over a group. */
export function groupLabel(key: string, locale = languageTag()): string {
  switch (key) {
    case 'pinned':
    case 'today':
    case 'yesterday':
    case 'lastWeek':
    case 'lastMonth':
      return texts.sidebar[key]
    default:
      return new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric' }).format(new Date(`${key}-15T12:00`))
  }
}

function recentSpans(todayFrom: number): readonly Span[] {
  // Not 24 hours each: days have 23 or 25 when clocks change.
  const daysBefore = (days: number) => {
    const day = new Date(todayFrom)
    day.setDate(day.getDate() - days)
    return day.getTime()
  }
  return [
    { key: 'today', from: todayFrom },
    { key: 'yesterday', from: daysBefore(1) },
    { key: 'lastWeek', from: daysBefore(7) },
    { key: 'lastMonth', from: daysBefore(30) },
  ]
}

function monthOf(atMs: number): Span {
  const date = new Date(atMs)
  const first = new Date(date.getFullYear(), date.getMonth(), 1)
  const month = String(first.getMonth() + 1).padStart(2, '0')
  return { key: `${first.getFullYear()}-${month}`, from: first.getTime() }
}
