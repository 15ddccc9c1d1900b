import type { ChildProcess } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeDataDir, type SpawnedServer, spawnServer, testEnvironment } from '@livetype/api/test-support'
import { openStoredChat, type StoredChat } from '@livetype/db/test-support'
import type { MockModel } from '@livetype/mock-model/server'
import { type Network, type NetworkOptions, startNetwork } from '@livetype/test-network'
import type { History } from '../recording/history.ts'
import { builtServer } from './build-server.ts'

const compileCacheDir = join(tmpdir(), 'livetype-faults-compiled')

/** The model that obeys the directives in the messages it is sent. */
export const modelId = 'mock-echo'

/** A server with its data and the way to it, which outlive its process. */
export interface FaultStage extends AsyncDisposable {
  /** The way of the clients: its address stays. */
  readonly network: Network
  /** The server that runs. @throws {Error} where none does. */
  readonly server: SpawnedServer
  /** Undefined where none runs. */
  readonly runningProcess: ChildProcess | undefined
  readonly databasePath: string
  /** What a server answers; undefined where none runs, or it was killed meanwhile. */
  whileRunning<Result>(ask: (server: SpawnedServer) => Promise<Result>): Promise<Result | undefined>
  /** Starts it, on the data there is, and leads the network to it. */
  start(): Promise<SpawnedServer>
  /** Starts it and kills it before it is ready, or just after. */
  startAndKill(afterMs: number): Promise<void>
  /** Ends the process; returns its exit code, null where the signal killed it. */
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null>
  /** What is on disk now. */
  stored(): StoredChat
}

/** @param options.environment changes to the environment of a test's server. */
export async function openStage(options: {
  model: MockModel
  history: History
  environment?: Record<string, string>
  network?: NetworkOptions
}): Promise<FaultStage> {
  const { model, history } = options
  const dataDir = makeDataDir()
  const network = await startNetwork(undefined, options.network)
  const environment = {
    ...testEnvironment(dataDir.path, model.baseUrl),
    OPENAI_MODELS: modelId,
    // Node keeps what it compiled: the server is started a thousand times.
    NODE_COMPILE_CACHE: compileCacheDir,
    ...options.environment,
  }
  const databasePath = join(dataDir.path, 'livetype.db')
  let server: SpawnedServer | undefined

  const end = async (signal: 'SIGKILL' | 'SIGTERM') => {
    if (!server) return null
    const ending = server
    server = undefined
    history.note('server', signal)
    const code = await ending.end(signal)
    history.note('server', `ended (${code ?? signal})`)
    network.target = undefined
    return code
  }

  return {
    network,
    databasePath,
    get server() {
      if (!server) throw new Error('no server runs')
      return server
    },
    get runningProcess() {
      return server?.process
    },
    async whileRunning(ask) {
      const asked = server
      try {
        return asked && (await ask(asked))
      } catch (error) {
        if (asked && asked === server) throw error
        return undefined
      }
    },
    async start() {
      server = await spawnServer(environment, { main: builtServer })
      network.target = server.url
      history.note('server', `started at ${server.url}`)
      return server
    },
    async startAndKill(afterMs) {
      const killing = new AbortController()
      const timer = setTimeout(() => killing.abort(), afterMs)
      try {
        await using _started = await spawnServer(environment, { main: builtServer, signal: killing.signal })
      } catch (error) {
        if (!killing.signal.aborted) throw error
      } finally {
        clearTimeout(timer)
      }
      history.note('server', `killed ${afterMs} ms after its start`)
    },
    end,
    stored: () => openStoredChat(databasePath),
    async [Symbol.asyncDispose]() {
      await end('SIGKILL')
      await network[Symbol.asyncDispose]()
      dataDir.remove()
    },
  }
}
