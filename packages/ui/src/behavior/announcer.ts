import { type AssistantMessage, addedText, isOpen, type Settings } from '@livetype/protocol'
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

/** What listeners need of a reply. @param length where nobody hears a text that is still growing, it is not joined. */
export function announcedReply(
  conversationId: string,
  message: AssistantMessage,
  length: Settings['announcement'],
): AnnouncedReply {
  const { id, reply, earlierRuns = [] } = message
  const text = !isOpen(reply) || length === 'sentences' ? addedText(message) : ''
  return { id, conversationId, status: reply.status, text, runCount: 1 + earlierRuns.length }
}

/** What the one `role="status"` region says, and the reply it is waiting for. */
export interface Announcement {
  /** The conversation that was spoken of: what was said of one is not for the next. */
  readonly conversationId: string | null
  readonly waitingForId: string | null
  readonly text: string
  /** The reply that was last looked at, and how many runs it had. */
  readonly seen: { readonly id: string; readonly runCount: number } | null
  /** How much of the text of the reply that is being written was said, in UTF-16 units. */
  readonly spokenLength: number
}

/** Before anything was said. */
export const noAnnouncement: Announcement = {
  conversationId: null,
  waitingForId: null,
  text: '',
  seen: null,
  spokenLength: 0,
}

/**
 * What is said next: that a reply is in the queue, that it is being generated, and once, at its end, what was added;
 * and that this was taken back. Tokens in between say nothing, nor do replies that had ended before. A failure is left
 * to its own `role="alert"`. `sentences`: each is said once it is there. `brief`: that a reply is complete is said
 * instead of its text.
 */
export function nextAnnouncement(
  previous: Announcement,
  reply: AnnouncedReply | undefined,
  length: Settings['announcement'] = 'full',
): Announcement {
  if (!reply) return noAnnouncement
  const { id, conversationId, runCount } = reply
  const current = previous.conversationId === conversationId ? previous : noAnnouncement
  const isContinued = current.seen?.id === id && current.seen.runCount === runCount
  const spoken = length === 'sentences' && isContinued ? current.spokenLength : 0
  const say = (text: string, waitingForId: string | null, spokenLength = 0): Announcement => {
    const isSame =
      current.text === text &&
      current.spokenLength === spokenLength &&
      current.waitingForId === waitingForId &&
      current.seen?.id === id &&
      current.seen.runCount === runCount
    return isSame ? current : { conversationId, waitingForId, text, seen: { id, runCount }, spokenLength }
  }
  if (reply.status === 'queued') return say(texts.announce.queued, id)
  if (reply.status === 'running') {
    const until = length === 'sentences' ? sentencesEnd(reply.text, spoken) : 0
    // A line may hold nothing to be heard: what was said last stands.
    const text = speakableText(reply.text.slice(spoken, until)) || (spoken > 0 ? current.text : '')
    return say(text || texts.announce.generating, id, until)
  }
  if (current.waitingForId === id) return say(endOf({ ...reply, text: reply.text.slice(spoken) }, length), null)
  if (current.seen?.id !== id) return say('', null)
  return say(runCount < current.seen.runCount ? texts.announce.undone : current.text, null)
}

/** Where the last whole sentence, or line, of a text ends that goes on; not before `from`. */
function sentencesEnd(text: string, from: number): number {
  let end = from
  for (const { index, 0: mark } of text.slice(from).matchAll(/[.!?…؟]+["'”’»)\]*_]*(?=\s)|[。！？]+[”’」』）]*|\n/g)) {
    end = from + index + mark.length
  }
  return end
}

/**
 * Five minutes of speech: who wants to hear more of a reply reads it there. In UTF-16 units. It is one line of text,
 * all of which a browser has to shape in the frame in which a reply ends.
 */
const maxSpokenLength = 4_000

function spokenOf(text: string): string {
  if (text.length <= maxSpokenLength) return speakableText(text)
  const beginning = text.slice(0, maxSpokenLength)
  const space = beginning.lastIndexOf(' ')
  const end = sentencesEnd(beginning, 0) || (space > 0 ? space : maxSpokenLength)
  return `${speakableText(text.slice(0, end))} ${texts.announce.goesOn}`.trim()
}

function endOf(reply: AnnouncedReply, length: Settings['announcement']): string {
  const text = length === 'brief' ? '' : spokenOf(reply.text)
  switch (reply.status) {
    case 'stopped':
      return `${text} ${texts.announce.stopped}`.trim()
    case 'interrupted':
      return `${text} ${texts.announce.interrupted}`.trim()
    case 'completed':
      return text || texts.announce.completed
    default:
      return text
  }
}
