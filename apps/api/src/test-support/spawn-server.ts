import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { createTestClient, type TestClient } from './test-client.ts'

/** The server as a process of its own, to be killed for real. */
export interface SpawnedServer extends AsyncDisposable {
  readonly url: string
  readonly client: TestClient
  readonly process: ChildProcess
  /** Sends a signal and waits for the end; returns the exit code, null where the signal killed it. */
  end(signal: NodeJS.Signals): Promise<number | null>
}

const living = new Set<ChildProcess>()
process.once('exit', () => {
  for (const child of living) child.kill('SIGKILL')
})

/**
 * Starts a server that does not outlive this process, however it ends.
 * @param environment all of it, as `testEnvironment` makes it; nothing is inherited.
 * @param options.main the file to run; by default the server's source.
 * @param options.signal kills it when it aborts, also while it starts.
 */
export async function spawnServer(
  environment: Record<string, string>,
  options: { signal?: AbortSignal; main?: string } = {},
): Promise<SpawnedServer> {
  const { main = fileURLToPath(new URL('../main.ts', import.meta.url)) } = options
  const child = spawn(process.execPath, [main], { env: environment, stdio: ['ignore', 'pipe', 'pipe'] })
  living.add(child)
  child.once('exit', () => living.delete(child))
  options.signal?.addEventListener('abort', () => child.kill('SIGKILL'))
  const url = await addressOf(child)
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
    const exited = once(child, 'exit')
    child.kill(signal)
    await exited
    return child.exitCode
  }
  return {
    url,
    client: createTestClient(url),
    process: child,
    end,
    async [Symbol.asyncDispose]() {
      await end('SIGKILL')
    },
  }
}

async function addressOf(child: ChildProcess): Promise<string> {
  let output = ''
  return new Promise((resolve, reject) => {
    const read = (chunk: unknown) => {
      output += String(chunk)
      const url = /React\s+(http:\S+)\//.exec(output)?.[1]
      if (url) resolve(url)
    }
    child.stdout?.on('data', read)
    child.stderr?.on('data', read)
    child.once('exit', () => reject(new Error(`the server ended before it listened:\n${output}`)))
  })
}
