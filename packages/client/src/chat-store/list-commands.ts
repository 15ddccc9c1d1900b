import { filingOf, maxConversationsAtOnce } from '@livetype/protocol'
import type { ChatApi } from './chat-api.ts'
import type { ChatStore } from './chat-store.ts'
import type { Optimistic } from './list-overrides.ts'
import type { Retry } from './retry.ts'
import type { Workspace } from './workspace.ts'

interface ListCommandsOptions {
  readonly api: Pick<
    ChatApi,
    'renameConversation' | 'fileConversations' | 'deleteConversations' | 'restoreConversations'
  >
  readonly retry: Retry
  readonly workspace: Pick<Workspace, 'summary' | 'rename' | 'file' | 'remove' | 'restore'>
  /** The list looks different: to be shown now. */
  onChange(): void
}

/** Commands on the list: shown at once, taken back and rejected with a `ChatError` where the server refuses. */
export function createListCommands(
  options: ListCommandsOptions,
): Pick<ChatStore, 'rename' | 'file' | 'remove' | 'restore'> {
  const { api, retry, workspace } = options
  /** The last command on each conversation: undoing a removal must not overtake it. */
  const last = new Map<string, Promise<unknown>>()

  async function run(
    ids: readonly string[],
    change: (id: string) => Optimistic,
    call: (ids: readonly string[]) => Promise<void>,
  ): Promise<void> {
    const changes = ids.map((id) => change(id))
    options.onChange()
    const before = ids.map((id) => last.get(id) ?? Promise.resolve())
    const done = Promise.allSettled(before).then(() => inParts(ids, (part) => retry.run(() => call(part))))
    for (const id of ids) last.set(id, done)
    try {
      await done
      for (const one of changes) one.settle()
    } catch (error) {
      for (const one of changes) one.undo()
      throw error
    } finally {
      for (const id of ids) if (last.get(id) === done) last.delete(id)
      options.onChange()
    }
  }

  return {
    rename: (id, title) =>
      run(
        [id],
        () => workspace.rename(id, title),
        () => api.renameConversation(id, title),
      ),
    file: (ids, changes) =>
      run(
        ids,
        (id) => workspace.file(id, filingOf(workspace.summary(id) ?? {}, changes)),
        (part) => api.fileConversations({ conversationIds: [...part], changes }),
      ),
    remove: (...ids) =>
      run(
        ids,
        (id) => workspace.remove(id),
        (part) => api.deleteConversations(part),
      ),
    restore: (...ids) =>
      run(
        ids,
        (id) => workspace.restore(id),
        (part) => api.restoreConversations(part),
      ),
  }
}

/** A command is about so many conversations at most. */
async function inParts(ids: readonly string[], call: (part: readonly string[]) => Promise<void>): Promise<void> {
  for (let start = 0; start < ids.length; start += maxConversationsAtOnce) {
    await call(ids.slice(start, start + maxConversationsAtOnce))
  }
}
