import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** A real server in a process of its own. It is run, never imported. */
export interface SpawnedServer extends AsyncDisposable {
  readonly port: number
  /** Kills it as a power cut would. */
  kill(): Promise<void>
  /** Asks it to go down, and waits until it has; returns its exit code. */
  shutDown(): Promise<number | null>
}

/** Starts the server on `dataDir` and waits until it listens; port 0 is any free one. */
export async function spawnServer(dataDir: string, port = 0): Promise<SpawnedServer> {
  const router = createRequire(import.meta.url).resolve('@livetype/api/router')
  const child = spawn(process.execPath, [join(dirname(router), 'main.ts')], {
    env: {
      PATH: process.env.PATH,
      PORT: String(port),
      LIVETYPE_DATA_DIR: dataDir,
      LIVETYPE_DURABILITY: 'process',
      LIVETYPE_LOG_LEVEL: 'silent',
      LIVETYPE_DEMO_TOKENS_PER_SECOND: '400',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const listening = await portOf(child)
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode === null && child.signalCode === null) {
      const exited = once(child, 'exit')
      child.kill(signal)
      await exited
    }
    return child.exitCode
  }
  const kill = async () => void (await end('SIGKILL'))
  return { port: listening, kill, shutDown: () => end('SIGTERM'), [Symbol.asyncDispose]: kill }
}

async function portOf(child: ChildProcess): Promise<number> {
  let output = ''
  return new Promise((resolve, reject) => {
    const read = (chunk: unknown) => {
      output += String(chunk)
      const port = /http:\/\/[^/\s]+:(\d+)/.exec(output)?.[1]
      if (port) resolve(Number(port))
    }
    child.stdout?.on('data', read)
    child.stderr?.on('data', read)
    child.once('exit', () => reject(new Error(`the server ended before it listened:\n${output}`)))
  })
}
