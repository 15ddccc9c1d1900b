import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { startTestServer } from '../test-support/start-test-server.ts'
import { makeDataDir } from '../test-support/test-config.ts'

it.each(['auto', 'sse', 'websocket'])('[SUB8] tells its pages what to follow over: %s', async (transport) => {
  const folder = makeDataDir()
  onTestFinished(() => folder.remove())
  writeFileSync(
    join(folder.path, 'index.html'),
    '<!doctype html>\n<html>\n  <head>\n    <title>A</title></head></html>',
  )
  writeFileSync(join(folder.path, 'other.html'), '<!doctype html><head></head>')
  await using server = await startTestServer(
    { LIVETYPE_TRANSPORT: transport },
    { clients: [{ prefix: '/', folder: folder.path, isSinglePage: true }] },
  )
  for (const path of ['/', '/index.html', '/c/some-conversation']) {
    const response = await fetch(`${server.url}${path}`)
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(response.headers.get('cache-control')).toBe('no-cache')
    expect(await response.text()).toContain(`<head>\n    <meta name="livetype-transport" content="${transport}" />`)
  }
  expect(await (await fetch(`${server.url}/other.html`)).text()).not.toContain('livetype-transport')
})
