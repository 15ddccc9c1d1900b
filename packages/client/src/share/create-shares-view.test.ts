import { ChatError, type Share } from '@livetype/protocol'
import { expect, test } from 'vitest'
import { createSharesView, type ShareApi } from './create-shares-view.ts'

const share = (id: string): Share => ({
  id,
  conversationId: 'conversation',
  token: 'x'.repeat(32),
  hasBranches: false,
  hasSystemPrompt: true,
  createdAt: 1,
  updatedAt: 1,
})

function createStage(changes: Partial<ShareApi> = {}) {
  const links = new Map<string, Share>()
  const api: ShareApi = {
    listShares: async () => [...links.values()],
    async createShare({ shareId }) {
      const made = share(shareId)
      links.set(shareId, made)
      return made
    },
    async updateShare({ shareId }) {
      const made = { ...share(shareId), updatedAt: 2 }
      links.set(shareId, made)
      return made
    },
    async revokeShare(shareId) {
      links.delete(shareId)
    },
    ...changes,
  }
  let made = 0
  return { view: createSharesView({ api, conversationId: 'conversation', makeId: () => `share-${++made}` }), links }
}

test('[SHARE1] links are made, updated and revoked, and the view follows', async () => {
  const { view } = createStage()
  expect(view.get().shares).toBeNull()
  expect(await view.create({ hasBranches: false, hasSystemPrompt: true })).toBe(true)
  expect(view.get()).toEqual({ shares: [share('share-1')], isBusy: false, problem: null })
  expect(await view.update(share('share-1'))).toBe(true)
  expect(view.get().shares).toEqual([{ ...share('share-1'), updatedAt: 2 }])
  expect(await view.revoke(share('share-1'))).toBe(true)
  expect(view.get().shares).toEqual([])
})

test('what did not work is said, and goes with the next try', async () => {
  let isBroken = true
  const { view } = createStage({
    async revokeShare() {
      if (isBroken) throw new ChatError('internal', 'The server can’t be reached.')
    },
  })
  expect(await view.revoke(share('share-1'))).toBe(false)
  expect(view.get()).toMatchObject({ problem: 'The server can’t be reached.', isBusy: false })
  isBroken = false
  expect(await view.revoke(share('share-1'))).toBe(true)
  expect(view.get().problem).toBeNull()
})

test('an answer that comes late does not take the place of a newer one', async () => {
  const answers: PromiseWithResolvers<Share[]>[] = []
  const { view } = createStage({
    listShares() {
      const answer = Promise.withResolvers<Share[]>()
      answers.push(answer)
      return answer.promise
    },
  })
  view.refresh()
  view.refresh()
  answers[1]?.resolve([share('new')])
  await answers[1]?.promise
  answers[0]?.resolve([])
  await answers[0]?.promise
  await Promise.resolve()
  expect(view.get().shares).toEqual([share('new')])
})
