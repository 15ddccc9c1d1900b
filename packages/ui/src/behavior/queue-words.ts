import { type Attachment, attachmentsOf, type Failure, type QueueHold, textOf, type UserPart } from '@livetype/protocol'
import { sentenceOf } from '../languages/catalogue.ts'
import { laterTexts } from '../texts/later/later-texts.ts'

/** A queued message as a list of them has it. */
export interface ListedQueued {
  readonly delivery: 'sent' | 'sending' | 'failed'
  readonly message: { readonly id: string; readonly parts: readonly UserPart[] }
  readonly failure?: Failure
}

/** How much of a message its name has, in characters. */
const nameLength = 40

/** How a queued message is called: by how it begins, or by what is attached. */
export function queuedName({ parts }: ListedQueued['message']): string {
  const text = textOf({ parts }).trim().replace(/\s+/gu, ' ')
  const characters = Array.from(text === '' ? namesOf(attachmentsOf({ parts })) : text)
  return characters.length > nameLength ? `${characters.slice(0, nameLength - 1).join('')}…` : characters.join('')
}

/** What is shown of a queued message, and the note below it, empty where there is nothing to say. */
export function queuedWords({ message, ...one }: ListedQueued): { readonly text: string; readonly note: string } {
  const { queue } = laterTexts
  const attachments = attachmentsOf(message)
  const text = textOf(message)
  const notes: string[] = []
  if (text !== '' && attachments.length > 0) notes.push(queue.attached(attachments.length))
  if (one.delivery === 'sending') notes.push(queue.sending)
  if (one.delivery === 'failed') notes.push(queue.failed(one.failure ? sentenceOf(one.failure) : ''))
  return { text: text === '' ? queue.attachmentsAlone(namesOf(attachments)) : text, note: notes.join(' · ') }
}

/** What is said above the queued messages: when they go out, or why they do not. */
export function queueNote(total: number, hold: QueueHold | null): string {
  const { queue } = laterTexts
  if (!hold) return queue.waiting(total)
  return hold.reason === 'refused' ? queue.held.refused(sentenceOf(hold.failure)) : queue.held[hold.reason]
}

/**
 * What listeners are told of what has changed in a queue: what came, what went out, and that it is held. Of what was
 * removed they are told by whoever removes it.
 */
export function queueAnnouncement(
  before: { readonly queued: readonly ListedQueued[]; readonly hold: QueueHold | null },
  now: { readonly queued: readonly ListedQueued[]; readonly hold: QueueHold | null; isSent(id: string): boolean },
): string {
  const { queue } = laterTexts
  const said: string[] = []
  const isIn = (list: readonly ListedQueued[], id: string) => list.some(({ message }) => message.id === id)
  for (const { message } of before.queued) {
    if (!isIn(now.queued, message.id) && now.isSent(message.id)) said.push(queue.news.sent(queuedName(message)))
  }
  for (const one of now.queued) {
    const earlier = before.queued.find(({ message }) => message.id === one.message.id)
    if (!earlier) said.push(queue.news.queued(queuedName(one.message)))
    if (one.delivery === 'failed' && earlier?.delivery !== 'failed')
      said.push(queue.failed(one.failure ? sentenceOf(one.failure) : ''))
  }
  if (now.hold && !before.hold) said.push(queueNote(now.queued.length, now.hold))
  return said.join(' ')
}

function namesOf(attachments: readonly Attachment[]): string {
  return attachments.map(({ name }) => name).join(', ')
}
