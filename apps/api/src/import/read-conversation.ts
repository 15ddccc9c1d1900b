import { type ExportedConversation, exportedConversationSchema, treeProblem } from '@livetype/protocol'
import { core } from 'zod'
import { isChatGpt, readChatGpt } from './chatgpt.ts'
import { withNewIds } from './import-conversation.ts'
import { isOpenWebUi, readOpenWebUi } from './open-webui.ts'
import { convertTree, type SourceConversation } from './source-tree.ts'

/** A conversation of a file, as it can be imported. */
export interface ReadConversation {
  readonly conversation: ExportedConversation
  readonly notes: readonly string[]
}

/** Why a conversation can't be imported, for a person. */
export class UnreadableError extends Error {
  override readonly name = 'UnreadableError'
}

/**
 * Reads one conversation, of whatever product it is: that shows in what it has.
 * @throws {UnreadableError} saying where it is not what it should be.
 */
export function readConversation(value: unknown, { ownerId, now }: { ownerId: string; now: number }): ReadConversation {
  if (typeof value !== 'object' || value === null) throw new UnreadableError('This is no conversation.')
  if (isChatGpt(value)) return foreign(value, { ownerId, now, kind: 'chatgpt', read: readChatGpt })
  if (isOpenWebUi(value)) return foreign(value, { ownerId, now, kind: 'open-webui', read: readOpenWebUi })
  if (!('messages' in value)) throw new UnreadableError('This is no conversation of Livetype, ChatGPT or Open WebUI.')
  const conversation = told(() => exportedConversationSchema.parse(value))
  const problem = treeProblem(conversation)
  if (problem) throw new UnreadableError(problem)
  return { conversation, notes: [] }
}

function foreign(
  value: object,
  options: {
    ownerId: string
    now: number
    kind: string
    read(value: unknown, notes: string[]): SourceConversation
  },
): ReadConversation {
  const notes: string[] = []
  const source = told(() => options.read(value, notes))
  if (source.id === '') throw new UnreadableError('It has neither an id nor a message.')
  const converted = convertTree(source, options.now)
  const conversation = withNewIds(converted.conversation, options.ownerId, options.kind)
  const problem = treeProblem(conversation)
  if (problem) throw new UnreadableError(problem)
  if (conversation.messages.length === 0) notes.push('It has no messages.')
  return { conversation, notes: [...notes, ...converted.notes] }
}

/** Says in a sentence where a value is not what a schema wants. */
function told<Result>(parse: () => Result): Result {
  try {
    return parse()
  } catch (error) {
    if (!(error instanceof core.$ZodError)) throw error
    const [issue] = error.issues
    throw new UnreadableError(issue ? `${issue.path.join('.')}: ${issue.message}` : 'It can’t be read.', {
      cause: error,
    })
  }
}
