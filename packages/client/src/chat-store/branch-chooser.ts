import type { ChatApi } from './chat-api.ts'
import type { ConversationEntry } from './conversation-entry.ts'
import type { PendingChoice } from './pending-choice.ts'
import { isUnderWay } from './pending-reply.ts'
import type { Retry } from './retry.ts'

interface BranchChooserOptions {
  readonly api: Pick<ChatApi, 'chooseBranch'>
  readonly retry: Retry
  /** An entry's choices have changed. */
  onChange(entry: ConversationEntry): void
}

/**
 * Makes what chooses a version: shown at once, and sent after what was on its way, so that the log has both in the
 * order in which the person acted. Of several choices that wait only the last is sent; the events of earlier ones turn
 * no view back. Resolves when the server has taken it. @see SPEC.md TREE1
 */
export function createBranchChooser(
  options: BranchChooserOptions,
): (entry: ConversationEntry, messageId: string) => Promise<void> {
  const { api, retry } = options
  const turns = new WeakMap<ConversationEntry, Promise<void>>()

  async function send(entry: ConversationEntry, choice: PendingChoice): Promise<void> {
    if (entry.choices.at(-1) !== choice) {
      remove(entry, choice)
      return
    }
    const { version } = entry
    try {
      await retry.run(() => api.chooseBranch({ conversationId: entry.id, messageId: choice.messageId }))
      choice.isAccepted = true
      // A snapshot that was read meanwhile may have it already: then no event will tell.
      if (entry.version !== version) remove(entry, choice)
    } catch (error) {
      remove(entry, choice)
      throw error
    }
  }

  function remove(entry: ConversationEntry, choice: PendingChoice): void {
    entry.choices = entry.choices.filter((one) => one !== choice)
    options.onChange(entry)
  }

  return async (entry, messageId) => {
    const under = entry.pending.filter(isUnderWay)
    const choice: PendingChoice = { messageId, over: new Set(entry.pending), isAccepted: false }
    entry.choices = [...entry.choices, choice]
    options.onChange(entry)
    const before = turns.get(entry)
    const sent = Promise.all(under.map((one) => one.outcome.promise))
      .then(() => before)
      .then(() => send(entry, choice))
    turns.set(
      entry,
      // Whoever chose is told that it failed; the next choice goes out all the same.
      sent.catch(() => undefined),
    )
    await sent
  }
}
