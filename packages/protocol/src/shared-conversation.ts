import * as z from 'zod/mini'
import { messagePath } from './branches.ts'
import type { ConversationSnapshot } from './conversation.ts'
import { messageById } from './conversation-state.ts'
import { conversationFromSnapshot } from './fold-conversation.ts'
import type { Share, ShareChoices } from './share.ts'
import { type StillMessage, stillMessage, stillMessageSchema } from './still-message.ts'

/** A conversation as anyone with a link can read it: nothing in it names its owner, or is an id of theirs. */
export const sharedConversationSchema = z.object({
  title: z.string(),
  /** Epoch milliseconds: of when the copy is. */
  sharedAt: z.number(),
  systemPrompt: z.optional(z.string()),
  /** In the order in which they were added. */
  messages: z.array(stillMessageSchema),
  /** Those that are shown at first, from the first message on. */
  path: z.array(z.string()),
})

/** @see sharedConversationSchema */
export type SharedConversation = z.infer<typeof sharedConversationSchema>

/** The copy that a link shows, and which upload each of its files is: of `file-0003` the fourth. */
export function sharedConversation(
  snapshot: Omit<ConversationSnapshot, 'cursor'>,
  { hasBranches, hasSystemPrompt, updatedAt: sharedAt }: ShareChoices & Pick<Share, 'updatedAt'>,
): { readonly content: SharedConversation; readonly fileIds: readonly string[] } {
  const state = conversationFromSnapshot(snapshot)
  const path = messagePath(state)
  const names = new Map((hasBranches ? state.messageIds : path).map((id, index) => [id, `message-${index}`]))
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? null))
  const fileIds: string[] = []
  const messages = [...names].flatMap(([id, name]): StillMessage[] => {
    const message = messageById(state, id)
    return message ? [withoutIds(stillMessage(message), { id: name, parentId: nameOf(message.parentId), fileIds })] : []
  })
  const { systemPrompt } = state.configuration
  const { title } = snapshot.conversation
  const content = { title, sharedAt, messages, path: path.flatMap((id) => names.get(id) ?? []) }
  return { content: hasSystemPrompt && systemPrompt ? { ...content, systemPrompt } : content, fileIds }
}

/** The message under other ids, without the times at which it was written. Adds its files to `fileIds`. */
function withoutIds(
  message: StillMessage,
  { id, parentId, fileIds }: { id: string; parentId: string | null; fileIds: string[] },
): StillMessage {
  if (message.role === 'assistant') {
    const parts = message.parts.map(({ startedAt: _, ...part }) => part)
    return { ...message, id, parentId, parts }
  }
  const parts = message.parts.map((part) => {
    if (part.type === 'text') return { type: part.type, text: part.text }
    const index = fileIds.push(part.fileId) - 1
    return { ...part, fileId: sharedFileId(index) }
  })
  return { ...message, id, parentId, parts }
}

function sharedFileId(index: number): string {
  return `file-${String(index).padStart(4, '0')}`
}

/** Which file of a copy an id means, from 0 on; undefined where it is none. */
export function sharedFileIndex(fileId: string): number | undefined {
  const [, index] = /^file-(\d{4,9})$/.exec(fileId) ?? []
  return index === undefined ? undefined : Number(index)
}

/**
 * The messages that a reader sees who has chosen these versions (by what they follow), each with all its versions.
 * Where nothing was chosen, the path that was shared, and beside it what was added last.
 */
export function sharedPath(
  { messages, path }: Pick<SharedConversation, 'messages' | 'path'>,
  chosen: ReadonlyMap<string | null, string>,
): readonly { readonly message: StillMessage; readonly versionIds: readonly string[] }[] {
  const siblings = Map.groupBy(messages, ({ parentId }) => parentId)
  const shared = new Set(path)
  const shown: { message: StillMessage; versionIds: readonly string[] }[] = []
  let parentId: string | null = null
  for (;;) {
    const versions: readonly StillMessage[] = siblings.get(parentId) ?? []
    const chosenId = chosen.get(parentId)
    const message: StillMessage | undefined =
      versions.find(({ id }) => id === chosenId) ?? versions.find(({ id }) => shared.has(id)) ?? versions.at(-1)
    if (!message) return shown
    shown.push({ message, versionIds: versions.map(({ id }) => id) })
    parentId = message.id
  }
}
