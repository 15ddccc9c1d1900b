import type { Settings } from '@livetype/protocol'
import { texts } from '../texts/texts.ts'
import { speakableText } from './speakable-text.ts'

/** The last reply of the open conversation, as far as listeners need it. */
export interface AnnouncedReply {
  readonly id: string
  readonly conversationId: string
  readonly status: 'queued' | 'running' | 'completed' | 'stopped' | 'failed' | 'interrupted'
  /** What its last run has added, as markdown. */
  readonly text: string
  /** How many runs it is made of: one more when it is gone on with, one less when that is taken back. */
  readonly runCount: number
}

/** What the one `role="status"` region says, and the reply it is waiting for. */
export interface Announcement {
  /** The conversation that was spoken of: what was said of one is not for the next. */
  readonly conversationId: string | null
  readonly waitingForId: string | null
  readonly text: string
  /** The reply that was last looked at, and how many runs it had. */
  readonly seen: { readonly id: string; readonly runCount: number } | null
}

/** Before anything was said. */
export const noAnnouncement: Announcement = { conversationId: null, waitingForId: null, text: '', seen: null }

/**
 * What is said next: that a reply is in the queue, that it is being generated, and once, at its end, what was added;
 * and that this was taken back. Tokens in between say nothing, nor do replies that had ended before. A failure is left
 * to its own `role="alert"`. `brief`: that a reply is complete is said instead of its text.
 */
export function nextAnnouncement(
  previous: Announcement,
  reply: AnnouncedReply | undefined,
  length: Settings['announcement'] = 'full',
): Announcement {
  if (!reply) return noAnnouncement
  const { id, conversationId, runCount } = reply
  const current = previous.conversationId === conversationId ? previous : noAnnouncement
  const say = (text: string, waitingForId: string | null): Announcement => {
    const isSame =
      current.text === text &&
      current.waitingForId === waitingForId &&
      current.seen?.id === id &&
      current.seen.runCount === runCount
    return isSame ? current : { conversationId, waitingForId, text, seen: { id, runCount } }
  }
  if (reply.status === 'queued') return say(texts.announce.queued, id)
  if (reply.status === 'running') return say(texts.announce.generating, id)
  if (current.waitingForId === id) return say(endOf(reply, length), null)
  if (current.seen?.id !== id) return say('', null)
  return say(runCount < current.seen.runCount ? texts.announce.undone : current.text, null)
}

function endOf(reply: AnnouncedReply, length: Settings['announcement']): string {
  const text = length === 'full' ? speakableText(reply.text) : ''
  switch (reply.status) {
    case 'stopped':
      return `${text} ${texts.announce.stopped}`.trim()
    case 'interrupted':
      return `${text} ${texts.announce.interrupted}`.trim()
    case 'completed':
      return length === 'full' ? text : texts.announce.completed
    default:
      return text
  }
}
