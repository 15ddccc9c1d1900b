import type { Share, ShareChoices } from '@livetype/protocol'
import { chatErrorFrom } from '../chat-store/chat-error-from.ts'
import type { Observable } from '../observable.ts'

/** What can be done with links. Rejects with `ChatError`s. */
export interface ShareApi {
  listShares(conversationId: string): Promise<Share[]>
  createShare(command: ShareChoices & { shareId: string; conversationId: string }): Promise<Share>
  updateShare(command: ShareChoices & { shareId: string }): Promise<Share>
  revokeShare(shareId: string): Promise<void>
}

/** The links of one conversation. */
export interface SharesState {
  /** Null until they are known. */
  readonly shares: readonly Share[] | null
  /** Something is on its way. */
  readonly isBusy: boolean
  /** Why the last thing did not work. */
  readonly problem: string | null
}

/** The links of one conversation, for as long as someone looks at them. */
export interface SharesView extends Observable<SharesState> {
  /** Reads them again: another tab may have changed them. */
  refresh(): void
  /** Each answers whether it worked; if not, `problem` says why. */
  create(choices: ShareChoices): Promise<boolean>
  update(share: Share): Promise<boolean>
  revoke(share: Share): Promise<boolean>
}

/** @see SharesView */
export function createSharesView(options: {
  readonly api: ShareApi
  readonly conversationId: string
  readonly makeId: () => string
}): SharesView {
  const { api, conversationId } = options
  const listeners = new Set<() => void>()
  let state: SharesState = { shares: null, isBusy: false, problem: null }
  let lastRead = 0

  const change = (next: Partial<SharesState>) => {
    state = { ...state, ...next }
    for (const listener of [...listeners]) listener()
  }
  const read = async () => {
    const number = ++lastRead
    const shares = await api.listShares(conversationId)
    // What was asked for later knows more.
    if (number === lastRead) change({ shares })
  }
  const fail = (error: unknown) => change({ problem: chatErrorFrom(error).message })
  const act = async (task: () => Promise<unknown>): Promise<boolean> => {
    change({ isBusy: true, problem: null })
    try {
      await task()
      await read()
      return true
    } catch (error) {
      fail(error)
      return false
    } finally {
      change({ isBusy: false })
    }
  }
  return {
    get: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    refresh: () => void read().catch(fail),
    create(choices) {
      const shareId = options.makeId()
      return act(() => api.createShare({ ...choices, shareId, conversationId }))
    },
    update: ({ id, hasBranches, hasSystemPrompt }) =>
      act(() => api.updateShare({ shareId: id, hasBranches, hasSystemPrompt })),
    revoke: ({ id }) => act(() => api.revokeShare(id)),
  }
}
