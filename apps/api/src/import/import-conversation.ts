import { conversationLog, workspaceLog } from '@livetype/db'
import { ChatError, type ExportedConversation, type ImportedConversation, runIdsOf } from '@livetype/protocol'
import type { Services } from '../services.ts'
import { eventsOfConversation } from './conversation-events.ts'
import { derivedId } from './derived-id.ts'

/** How often new ids are tried where all before them are taken; more than anyone deletes for good and imports again. */
const maxGenerations = 50

type Outcome = Pick<ImportedConversation, 'outcome' | 'conversationId'> & { readonly hasNewIds: boolean }

/**
 * Takes a conversation over, all of it or nothing, in one transaction. Its ids are kept; where they are another's or
 * were those of something that is gone for good, it gets new ones, the same at each try. One that is there is left as
 * it is, one that was deleted comes back. @see SPEC.md DATA2
 */
export async function importConversation(
  { database, turns, queued }: Pick<Services, 'database' | 'turns' | 'queued'>,
  ownerId: string,
  source: ExportedConversation,
): Promise<Outcome> {
  for (let generation = 0; generation < maxGenerations; generation++) {
    const conversation = generation === 0 ? source : withNewIds(source, ownerId, `copy-${generation}`)
    const outcome = await turns.take(conversation.id, () => tryImport(database, ownerId, conversation))
    // What waited in one that comes back is looked at anew.
    if (outcome === 'restored') void queued.review(ownerId, conversation.id)
    if (outcome) return { outcome, conversationId: conversation.id, hasNewIds: generation > 0 }
  }
  throw new ChatError('id-conflict', 'All ids that this conversation could have are taken.')
}

async function tryImport(
  database: Services['database'],
  ownerId: string,
  conversation: ExportedConversation,
): Promise<ImportedConversation['outcome'] | undefined> {
  const { id, messages, chosenIds: _, configuration: __, isPinned, isArchived, tags, ...begun } = conversation
  const filing = { ...(isPinned && { isPinned }), ...(isArchived && { isArchived }), ...(tags && { tags }) }
  const isFiled = Object.keys(filing).length > 0
  if (await database.conversations.find(ownerId, id)) return 'present'
  const deleted = await database.conversations.findDeleted(ownerId, id)
  if (deleted) {
    await database.log.append([
      { log: workspaceLog(ownerId), event: { type: 'conversation-restored', conversation: deleted } },
    ])
    return 'restored'
  }
  if (await database.conversations.isTaken(id)) return undefined
  for (const message of messages) {
    if (await database.messages.isTaken(message.id)) return undefined
    for (const runId of runIdsOf(message)) if (await database.runs.isTaken(runId)) return undefined
  }
  const log = conversationLog(id)
  await database.log.append([
    {
      log: workspaceLog(ownerId),
      event: { type: 'conversation-created', conversation: { id, ...begun, runningCount: 0 } },
    },
    ...(isFiled
      ? [{ log: workspaceLog(ownerId), event: { type: 'conversation-filed' as const, conversationId: id, ...filing } }]
      : []),
    ...eventsOfConversation(conversation).map((event) => ({ log, event })),
  ])
  return 'imported'
}

/** The same conversation, with ids derived from those it has. */
export function withNewIds(conversation: ExportedConversation, ownerId: string, source: string): ExportedConversation {
  const derive = (kind: string, id: string) => derivedId(ownerId, `${source}:${kind}`, id)
  const message = (id: string) => derive('message', id)
  return {
    ...conversation,
    id: derive('conversation', conversation.id),
    messages: conversation.messages.map((one) => {
      const moved = { id: message(one.id), parentId: one.parentId === null ? null : message(one.parentId) }
      if (one.role === 'user') return { ...one, ...moved }
      return {
        ...one,
        ...moved,
        runId: derive('run', one.runId),
        ...(one.groupId !== undefined && { groupId: message(one.groupId) }),
        ...(one.earlierRuns && {
          earlierRuns: one.earlierRuns.map((run) => ({ ...run, runId: derive('run', run.runId) })),
        }),
      }
    }),
    chosenIds: conversation.chosenIds.map(message),
  }
}
