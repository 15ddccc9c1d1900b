import { texts } from '../texts/texts.ts'
import { speakableText } from './speakable-text.ts'

/** The last reply of the open conversation, as far as listeners need it. */
export interface AnnouncedReply {
  readonly id: string
  readonly conversationId: string
  readonly status: 'running' | 'completed' | 'stopped' | 'failed' | 'interrupted'
  /** The reply's markdown so far. */
  readonly text: string
}

/** What the one `role="status"` region says, and the reply it is waiting for. */
export interface Announcement {
  /** The conversation that was spoken of: what was said of one is not for the next. */
  readonly conversationId: string | null
  readonly waitingForId: string | null
  readonly text: string
}

/** Before anything was said. */
export const noAnnouncement: Announcement = { conversationId: null, waitingForId: null, text: '' }

/**
 * What is said next: that a reply is being generated, and once, at its end, the reply itself. Tokens in between
 * say nothing, nor do replies that had ended before. A failure is left to its own `role="alert"`.
 */
export function nextAnnouncement(previous: Announcement, reply: AnnouncedReply | undefined): Announcement {
  if (!reply) return noAnnouncement
  const { conversationId } = reply
  const current = previous.conversationId === conversationId ? previous : noAnnouncement
  if (reply.status === 'running') {
    if (current.waitingForId === reply.id) return current
    return { conversationId, waitingForId: reply.id, text: texts.announce.generating }
  }
  if (current.waitingForId !== reply.id) return current.waitingForId === null ? current : noAnnouncement
  return { conversationId, waitingForId: null, text: endOf(reply) }
}

function endOf(reply: AnnouncedReply): string {
  const text = speakableText(reply.text)
  switch (reply.status) {
    case 'stopped':
      return `${text} ${texts.announce.stopped}`.trim()
    case 'interrupted':
      return `${text} ${texts.announce.interrupted}`.trim()
    default:
      return text
  }
}
