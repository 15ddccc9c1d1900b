import { isDelta, type LoggedEvent, textOf } from '@livetype/protocol'

/** Where the text of a page ends, in UTF-16 units: with the event that goes over it. */
export const maxPageTextLength = 262_144

/**
 * The first events, as many as one page holds: `limit`, or fewer where they are long. What a reader holds that has
 * stopped reading is a page, however far it is behind.
 */
export function pageOf(events: Iterable<LoggedEvent>, limit: number): LoggedEvent[] {
  const page: LoggedEvent[] = []
  let textLength = 0
  for (const event of events) {
    if (page.length >= limit) break
    page.push(event)
    textLength += textLengthOf(event)
    if (textLength >= maxPageTextLength) break
  }
  return page
}

/** Whether a page that was read from behind `afterSeq` may have another one after it. Its deltas may be merged. */
export function isFullPage(
  page: readonly LoggedEvent[],
  { afterSeq, limit }: { afterSeq: number; limit: number },
): boolean {
  const last = page.at(-1)
  if (!last) return false
  return last.seq - afterSeq >= limit || page.reduce((sum, event) => sum + textLengthOf(event), 0) >= maxPageTextLength
}

/** How much text an event brings, in UTF-16 units: what is long about it. */
export function textLengthOf(event: LoggedEvent): number {
  if (isDelta(event)) return event.text.length
  switch (event.type) {
    case 'message-added':
      return textOf(event.message).length
    case 'run-ended':
      return event.parts?.reduce((sum, part) => sum + part.text.length, 0) ?? 0
    case 'conversation-configured':
      return event.configuration.systemPrompt?.length ?? 0
    case 'preset-saved':
      return event.preset.configuration.systemPrompt?.length ?? 0
    case 'prompt-saved':
      return event.prompt.body.length
    default:
      return 0
  }
}
