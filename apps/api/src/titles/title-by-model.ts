import { type ChatDatabase, workspaceLog } from '@livetype/db'
import { ChatError, textOf } from '@livetype/protocol'
import type { Logger } from 'pino'
import type { ConversationTurns } from '../conversations/conversation-turns.ts'
import type { EndedRun } from '../runs/run.ts'
import { titleFromWords } from './title-from-words.ts'

const timeoutMs = 30_000
/** How much of the question and of the reply the model sees. */
const excerptLength = 1_500

const instruction =
  'Write a title for the conversation below: at most six words, in the language of the user, no quotes, no full stop. Answer with the title alone.'

/**
 * After the first reply of a conversation, lets the model that wrote it name the conversation. A title by a person
 * stays, and so does the one from the words where the model is the demo or fails. A temporary one has none (TEMP1).
 */
export async function nameConversation(
  services: { database: ChatDatabase; turns: ConversationTurns; logger: Logger; shutdownSignal: AbortSignal },
  run: EndedRun,
): Promise<void> {
  const { database, turns, logger, shutdownSignal } = services
  if (run.model.isDemo || run.outcome.status !== 'completed') return
  // Of several that were asked for together the first does it: they would all be asked else.
  if ((run.groupId ?? run.replyId) !== run.replyId) return
  const hasWordsTitle = async () => {
    const conversation = await database.conversations.find(run.ownerId, run.conversationId)
    return conversation?.titleOrigin === 'words' && !conversation.isTemporary
  }
  const path = await database.messages.ancestors(run.ownerId, run.replyId)
  const [question, reply] = path
  if (path.length !== 2 || !question || !reply || !(await hasWordsTitle())) return
  const excerpt = `User: ${textOf(question).slice(0, excerptLength)}\n\nAssistant: ${textOf(reply).slice(0, excerptLength)}`
  const title = await askForTitle(
    run,
    excerpt,
    AbortSignal.any([shutdownSignal, AbortSignal.timeout(timeoutMs)]),
  ).catch((error: unknown) => {
    if (!(error instanceof ChatError)) throw error
    logger.info({ runId: run.runId, code: error.code }, 'the model gave no title')
    return ''
  })
  if (title === '') return
  const { conversationId } = run
  // It may have been renamed or deleted while the model was thinking; in its turn, it can't be before this is stored.
  await turns.take(conversationId, async () => {
    if (!(await hasWordsTitle())) return
    await database.log.append([
      {
        log: workspaceLog(run.ownerId),
        event: { type: 'conversation-renamed', conversationId, title, titleOrigin: 'model' },
      },
    ])
  })
}

async function askForTitle(run: EndedRun, excerpt: string, signal: AbortSignal): Promise<string> {
  const turns = [{ role: 'user', text: `${instruction}\n\n${excerpt}` }] as const
  let text = ''
  for await (const parts of run.provider.reply({ modelId: run.model.id, turns, signal })) {
    for (const part of parts) if (part.type === 'text') text += part.text
  }
  if (signal.aborted) return ''
  const line = text.trim().split('\n').at(-1) ?? ''
  const title = line.replace(/^["'“«#*\s]+|["'”»*.\s]+$/gu, '')
  // A model that answers at length instead has given words to make a title of.
  return title === '' ? '' : titleFromWords(title)
}
