/** What a reply costs in a browser while it is typed, in our clients and in what others draw it with. See README.md. */

import { join } from 'node:path'
import { createLivetype } from '@livetype/client/node'
import { seedLongConversation } from '@livetype/db/test-support'
import { startMockModel } from '@livetype/mock-model/server'
import { chromium } from '@playwright/test'
import { startApi } from '../servers/start-server.ts'
import { chromiumOptions } from './chromium.config.ts'
import { measureLongConversation } from './measure-long-conversation.ts'
import { measureReply, modelOf, type ReplyToType, type Stage } from './measure-reply.ts'
import { measureStart } from './measure-start.ts'
import type { PageCost } from './page-cost.ts'
import { serveRivals } from './serve-rivals.ts'
import { type Contestant, readWebOptions, type WebOptions } from './web-options.ts'
import { longTable, replyTable, startTable } from './web-report.ts'

async function main(): Promise<void> {
  const options = readWebOptions(process.argv.slice(2))
  if (!options) return
  await using model = await startMockModel()
  await using rivals = await serveRivals()
  let longId = ''
  await using api = await startApi({
    name: 'Livetype',
    upstreamUrl: model.baseUrl,
    models: ['mock-echo', ...repliesOf(options).map((reply) => modelOf(reply, options.tokensPerSecond))],
    durability: 'process',
    profileDir: undefined,
    prepare: async (dataDir) => {
      if (!options.parts.includes('long')) return
      const seed = { messageCount: options.messages, newestAt: Date.now() }
      longId = (await seedLongConversation(join(dataDir, 'livetype.db'), seed)).conversationId
    },
  })
  const browser = await chromium.launch(chromiumOptions)
  try {
    const { client } = createLivetype({ baseUrl: api.url })
    const stage = { browser, options, rivalUrl: rivals.url, apiUrl: api.url, client }
    for (const part of options.parts) {
      if (part === 'long')
        print(longTable(await eachOfOurs(options, (ours) => measureLongConversation(stage, ours, longId))))
      else if (part === 'start') print(startTable(await eachOfOurs(options, (ours) => measureStart(stage, ours))))
    }
    for (const reply of repliesOf(options)) print(replyTable(reply, await measureAll(stage, reply)))
  } finally {
    await browser.close()
  }
}

function repliesOf({ parts, tokens, shapeTokens }: WebOptions): ReplyToType[] {
  const shapes = (['list', 'table', 'code'] as const).filter((shape) => parts.includes(shape))
  return [
    ...(parts.includes('reply') ? [{ shape: 'mixed' as const, tokens }] : []),
    ...shapes.map((shape) => ({ shape, tokens: shapeTokens })),
  ]
}

async function measureAll(stage: Stage, reply: ReplyToType): Promise<Map<Contestant, PageCost | undefined>> {
  const costs = new Map<Contestant, PageCost | undefined>()
  for (const contestant of stage.options.contestants) {
    progress(`${reply.shape}, ${reply.tokens} tokens: ${contestant}`)
    costs.set(contestant, await measureReply(stage, contestant, reply))
  }
  return costs
}

async function eachOfOurs<T>(
  { contestants }: WebOptions,
  measure: (ours: 'react' | 'vue') => Promise<T>,
): Promise<Map<Contestant, T>> {
  const found = new Map<Contestant, T>()
  for (const contestant of contestants) {
    if (contestant === 'react' || contestant === 'vue') found.set(contestant, await measure(contestant))
  }
  return found
}

function progress(text: string): void {
  process.stderr.write(`  ${text}\n`)
}

function print(text: string): void {
  process.stdout.write(`\n${text}\n`)
}

main().catch((error: unknown) => {
  process.stderr.write(`\nThe benchmark failed. ${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})
