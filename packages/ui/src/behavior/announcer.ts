import { texts } from '../texts/texts.ts'
import { speakableText } from './speakable-text.ts'

/** The last reply of the open conversation, as far as listeners need it. */
export interface AnnouncedReply {
  readonly id: string
  readonly status: 'running' | 'completed' | 'stopped' | 'failed' | 'interrupted'
  /** The reply's markdown so far. */
  readonly text: string
}

/** What the one `role="status"` region says, and the reply it is waiting for. */
export interface Announcement {
  readonly waitingForId: string | null
  readonly text: string
}

/** Before anything was said. */
export const noAnnouncement: Announcement = { waitingForId: null, text: '' }

/**
 * What is said next: that a reply is being generated, and once, at its end, the reply itself. Tokens in between
 * say nothing, nor do replies that had ended before. A failure is left to its own `role="alert"`.
 */
export function nextAnnouncement(current: Announcement, reply: AnnouncedReply | undefined): Announcement {
  if (!reply) return noAnnouncement
  if (reply.status === 'running') {
    if (current.waitingForId === reply.id) return current
    return { waitingForId: reply.id, text: texts.announce.generating }
  }
  if (current.waitingForId !== reply.id) return current.waitingForId === null ? current : noAnnouncement
  return { waitingForId: null, text: endOf(reply) }
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
