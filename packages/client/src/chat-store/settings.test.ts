import { ChatError, defaultSettings } from '@livetype/protocol'
import { describe, expect, it } from 'vitest'
import { workspaceName } from './test-support/fake-logs.ts'
import { createTestStore } from './test-support/test-store.ts'

const compact = { ...defaultSettings, density: 'compact' } as const
const dark = { ...defaultSettings, theme: 'dark' } as const

describe('settings', () => {
  it('[SETTINGS1] are what held here last until the server has told', async () => {
    const { store, flow } = createTestStore(() => undefined, { settings: compact })
    expect(store.settings.get()).toEqual(compact)
    await flow()
    expect(store.settings.get()).toEqual(defaultSettings)
  })

  it('[SETTINGS1] show a change at once, and keep it over a log that tells of before', async () => {
    const { store, server, flow } = createTestStore()
    await flow()
    server.isHolding = true
    const changed = store.changeSettings({ theme: 'dark' })
    expect(store.settings.get()).toEqual(dark)
    server.logs.append(workspaceName, { type: 'settings-changed', settings: compact })
    await flow()
    expect(store.settings.get()).toEqual({ ...compact, theme: 'dark' })
    server.isHolding = false
    for (const call of server.held) call.finish('answered')
    await changed
    await flow()
    expect(store.settings.get()).toEqual({ ...compact, theme: 'dark' })
    expect(server.logs.workspace().settings).toEqual(store.settings.get())
  })

  it('[SETTINGS1] follow what another device chooses', async () => {
    const { store, server, flow } = createTestStore()
    await flow()
    await store.changeSettings({ theme: 'dark' })
    await flow()
    server.logs.append(workspaceName, { type: 'settings-changed', settings: compact })
    await flow()
    expect(store.settings.get()).toEqual(compact)
  })

  it('are as they were where the server refuses', async () => {
    const { store, server, flow } = createTestStore()
    await flow()
    server.refuse('changeSettings', new ChatError('storage-failed', 'The disk is full.'))
    const changed = store.changeSettings({ typing: 'raw' })
    expect(store.settings.get().typing).toBe('raw')
    await expect(changed).rejects.toThrow('The disk is full.')
    expect(store.settings.get()).toEqual(defaultSettings)
  })

  it('[RUN1] take the last of several choices, also over a network that loses answers', async () => {
    const { store, server, flow, clock } = createTestStore()
    await flow()
    server.fate('changeSettings', 'answer-lost')
    const first = store.changeSettings({ theme: 'dark' })
    const second = store.changeSettings({ theme: 'light' })
    expect(store.settings.get().theme).toBe('light')
    await flow()
    await clock.advance(10_000)
    await Promise.all([first, second])
    await flow()
    expect(store.settings.get().theme).toBe('light')
    expect(server.logs.workspace().settings.theme).toBe('light')
  })

  it('tell their listeners only of what is another', async () => {
    const { store, server, flow } = createTestStore()
    await flow()
    let calls = 0
    store.settings.subscribe(() => calls++)
    server.logs.append(workspaceName, { type: 'settings-changed', settings: defaultSettings })
    await flow()
    expect(calls).toBe(0)
    await store.changeSettings({ theme: 'dark' })
    await flow()
    expect(calls).toBe(1)
  })
})
