import { defaultSettings } from '@livetype/protocol'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../test-support/start-test-server.ts'
import { follow } from '../test-support/test-client.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server[Symbol.asyncDispose]())

it('[SETTINGS1] a change names what it changes, is followed live and is in the next snapshot', async () => {
  const before = await server.client.conversation.list.query()
  expect(before.settings).toEqual(defaultSettings)
  await server.client.settings.change.mutate({ theme: 'dark' })
  const settings = { ...defaultSettings, theme: 'dark' }
  const { events } = await follow(
    server.client,
    { workspaceCursor: before.cursor },
    (event) => event.type === 'settings-changed',
  )
  expect(events.at(-1)).toMatchObject({ type: 'settings-changed', settings })
  expect((await server.client.conversation.list.query()).settings).toEqual(settings)
})

it('[SETTINGS1] changes that come at once all count, and one that changes nothing says nothing', async () => {
  await Promise.all([
    server.client.settings.change.mutate({ density: 'compact' }),
    server.client.settings.change.mutate({ typing: 'raw' }),
    server.client.settings.change.mutate({ language: 'ar' }),
  ])
  const { settings, seq } = await server.client.conversation.list.query()
  expect(settings).toMatchObject({ density: 'compact', typing: 'raw', language: 'ar' })
  await server.client.settings.change.mutate({ density: 'compact' })
  expect((await server.client.conversation.list.query()).seq).toBe(seq)
})

it('what there is not to choose is refused', async () => {
  // @ts-expect-error there is no such theme
  const refused = server.client.settings.change.mutate({ theme: 'sepia' })
  await expect(refused).rejects.toMatchObject({ data: { failure: { code: 'invalid-input' } } })
})
