import { setTimeout as after } from 'node:timers/promises'
import { chatErrorFromTrpc } from '@livetype/client'
import { type ConversationSnapshot, isOpen } from '@livetype/protocol'
import type { Network } from '@livetype/test-network'
import type { SeededRandom } from '../seeded-random.ts'
import type { FaultStage } from '../stage/fault-stage.ts'

/**
 * `kill`: SIGKILL and a new start. `cut`: all connections. `pause`: nothing moves for a moment. `slow`: a few clients
 * read nothing for some seconds. `stop`: somebody stops a reply. `bad-gateway`: a proxy without its server.
 */
export type Fault = 'kill' | 'cut' | 'pause' | 'slow' | 'stop' | 'bad-gateway'

/** Does the harm; resolves when it is over. */
export async function injectFault(
  fault: Fault,
  options: { stage: FaultStage; slowNetwork: Network; random: SeededRandom; start: () => Promise<void> },
): Promise<void> {
  const { stage, slowNetwork, random, start } = options
  const { network } = stage
  switch (fault) {
    case 'kill':
      await stage.end('SIGKILL')
      await after(random.between(0, 1_000))
      await start()
      return
    case 'cut':
      network.cut()
      slowNetwork.cut()
      return
    case 'pause':
      network.pause()
      await after(random.between(50, 2_000))
      network.resume()
      return
    case 'slow':
      slowNetwork.pause()
      await after(random.between(500, 3_000))
      slowNetwork.resume()
      return
    case 'stop':
      await stopOne(stage, random)
      return
    case 'bad-gateway':
      network.mode = 'bad-gateway'
      network.cut()
      await after(random.between(50, 1_000))
      network.mode = 'through'
  }
}

async function stopOne(stage: FaultStage, random: SeededRandom): Promise<void> {
  const [first, ...rest] = await runningConversations(stage)
  if (first !== undefined) await stopIn(stage, random.pick([first, ...rest]))
}

/** Stops every reply there is. */
export async function stopAll(stage: FaultStage): Promise<void> {
  for (const conversationId of await runningConversations(stage)) await stopIn(stage, conversationId)
}

async function runningConversations(stage: FaultStage): Promise<readonly string[]> {
  const list = await stage.whileRunning(({ client }) => client.conversation.list.query())
  return (list?.conversations ?? []).filter(({ runningCount }) => runningCount > 0).map(({ id }) => id)
}

async function stopIn(stage: FaultStage, conversationId: string): Promise<void> {
  await stage.whileRunning(async ({ client }) => {
    const { messages } = await client.conversation.get.query({ conversationId }).catch(noneWhereDeleted)
    for (const message of messages) {
      if (message.role === 'user' || !isOpen(message.reply)) continue
      await client.run.stop.mutate({ conversationId, runId: message.runId }).catch(goneWhereDeleted)
    }
  })
}

/** Whoever asked has deleted it, since it is over. */
function noneWhereDeleted(error: unknown): Pick<ConversationSnapshot, 'messages'> {
  if (chatErrorFromTrpc(error).code === 'conversation-not-found') return { messages: [] }
  throw error
}

/** The same, between the look and the stop. */
function goneWhereDeleted(error: unknown): void {
  if (chatErrorFromTrpc(error).code !== 'run-not-found') throw error
}
