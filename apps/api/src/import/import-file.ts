import { ChatError, type ImportedConversation, type ImportMessage, type ImportReport } from '@livetype/protocol'
import type { Services } from '../services.ts'
import { ImportedAttachments } from './import-attachments.ts'
import { importConversation } from './import-conversation.ts'
import { type JsonItem, jsonItems } from './json-items.ts'
import { type ReadConversation, readConversation, UnreadableError } from './read-conversation.ts'

/** How many conversations a report names at most. */
const maxListed = 1_000
/** How often it tells how far it is, at most: a browser reads no answer before it has sent the whole file. */
const progressMs = 250
/** How many of those it names that were taken as they are. */
const maxListedPlain = 100

type Needed = Pick<Services, 'database' | 'attachmentLimits' | 'turns' | 'queued' | 'now' | 'logger'>

/**
 * Imports a file as it comes in, conversation by conversation, each whole or not at all; tells how far it is, and at
 * last what became of it. What can't be read changes nothing. @see SPEC.md DATA2
 */
export async function* importFile(
  services: Needed,
  ownerId: string,
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<ImportMessage, void, void> {
  const report = emptyReport()
  let bytes = 0
  const counted = async function* () {
    for await (const chunk of chunks) {
      bytes += chunk.byteLength
      yield chunk
    }
  }
  const attachments = new ImportedAttachments(services, ownerId)
  let conversations = 0
  let toldAt = Number.NEGATIVE_INFINITY
  try {
    for await (const item of jsonItems(counted())) {
      if (item.kind === 'file') await attachments.take(item.value)
      else {
        note(report, await importItem(services, { ownerId, attachments }, item))
        conversations += 1
      }
      const now = services.now()
      if (now - toldAt < progressMs) continue
      toldAt = now
      yield { type: 'progress', conversations, bytes }
    }
  } catch (error) {
    report.problem = sentenceOf(services, error)
  }
  yield { type: 'report', report }
}

async function importItem(
  services: Needed,
  { ownerId, attachments }: { ownerId: string; attachments: ImportedAttachments },
  { place, value }: JsonItem,
): Promise<ImportedConversation> {
  let read: ReadConversation
  try {
    read = readConversation(value, { ownerId, now: services.now() })
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error
    return { place, title: titleIn(value), outcome: 'refused', messageCount: 0, notes: [error.message] }
  }
  const { notes } = read
  const { conversation, left } = await attachments.complete(read.conversation)
  const { hasNewIds, ...outcome } = await importConversation(services, ownerId, conversation)
  return {
    place,
    title: conversation.title,
    ...outcome,
    messageCount: conversation.messages.length,
    notes: [...(hasNewIds ? ['Its ids were taken: it has new ones.'] : []), ...notes, ...left],
  }
}

function titleIn(value: unknown): string {
  const title = typeof value === 'object' && value !== null && 'title' in value ? value.title : ''
  return typeof title === 'string' ? title.slice(0, 200) : ''
}

type OpenReport = { -readonly [Key in keyof ImportReport]: ImportReport[Key] }

function emptyReport(): OpenReport {
  return { imported: 0, present: 0, restored: 0, refused: 0, messages: 0, conversations: [], unlisted: 0 }
}

function note(report: OpenReport, conversation: ImportedConversation): void {
  report[conversation.outcome] += 1
  if (conversation.outcome === 'imported') report.messages += conversation.messageCount
  const isPlain = conversation.notes.length === 0
  if (report.conversations.length < (isPlain ? maxListedPlain : maxListed)) report.conversations.push(conversation)
  else report.unlisted += 1
}

function sentenceOf({ logger }: Pick<Services, 'logger'>, error: unknown): string {
  if (error instanceof UnreadableError || error instanceof ChatError) return error.message
  logger.error({ err: error }, 'an import broke off')
  return 'Something went wrong on the server. What was imported before is kept; try again.'
}
