import type { ChatApi } from './chat-api.ts'
import type { ChatStore } from './chat-store.ts'
import type { Retry } from './retry.ts'
import type { Optimistic, Workspace } from './workspace.ts'

interface ListCommandsOptions {
  readonly api: Pick<ChatApi, 'renameConversation' | 'deleteConversation' | 'restoreConversation'>
  readonly retry: Retry
  readonly workspace: Pick<Workspace, 'rename' | 'remove' | 'restore'>
  /** The list looks different: to be shown now. */
  onChange(): void
}

/** Commands on the list: shown at once, taken back and rejected with a `ChatError` where the server refuses. */
export function createListCommands(options: ListCommandsOptions): Pick<ChatStore, 'rename' | 'remove' | 'restore'> {
  const { api, retry, workspace } = options
  /** The last command on each conversation: undoing a removal must not overtake it. */
  const last = new Map<string, Promise<unknown>>()

  async function run(id: string, change: Optimistic, call: () => Promise<void>): Promise<void> {
    options.onChange()
    const before = last.get(id) ?? Promise.resolve()
    const done = before.catch(() => undefined).then(() => retry.run(call))
    last.set(id, done)
    try {
      await done
      change.settle()
    } catch (error) {
      change.undo()
      throw error
    } finally {
      if (last.get(id) === done) last.delete(id)
      options.onChange()
    }
  }

  return {
    rename: (id, title) => run(id, workspace.rename(id, title), () => api.renameConversation(id, title)),
    remove: (id) => run(id, workspace.remove(id), () => api.deleteConversation(id)),
    restore: (id) => run(id, workspace.restore(id), () => api.restoreConversation(id)),
  }
}
