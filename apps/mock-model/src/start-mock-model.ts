import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { LoggedRequest } from './request-log.ts'

export type { LoggedRequest } from './request-log.ts'

/** A mock model server that runs in a process of its own. */
export interface MockModel extends AsyncDisposable {
  /** To be used as `OPENAI_BASE_URL`; ends in `/v1`. */
  readonly baseUrl: string
  readonly process: ChildProcess
  /** The chat requests so far, the oldest first. */
  requests(): Promise<readonly LoggedRequest[]>
  /** Forgets the requests, and with them how often a scenario was asked for. */
  clearRequests(): Promise<void>
}

/**
 * Starts the mock model on a free port of 127.0.0.1, or on `port`. Disposing ends the process; it also ends
 * when this process does.
 */
export async function startMockModel(options: { port?: number } = {}): Promise<MockModel> {
  const main = fileURLToPath(new URL('main.ts', import.meta.url))
  const child = spawn(process.execPath, [main, '--exit-with-parent', '--port', String(options.port ?? 0)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const baseUrl = await addressOf(child)
  const requestsUrl = new URL('/requests', baseUrl)
  return {
    baseUrl,
    process: child,
    requests: async () => {
      const requests: unknown = await (await fetch(requestsUrl)).json()
      if (!isRequestList(requests)) throw new Error('the mock model sent no list of requests')
      return requests
    },
    clearRequests: async () => {
      await fetch(requestsUrl, { method: 'DELETE' })
    },
    [Symbol.asyncDispose]: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return
      const exited = once(child, 'exit')
      child.kill('SIGKILL')
      await exited
    },
  }
}

async function addressOf(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('the mock model has no standard output')
  const lines = createInterface(child.stdout)
  const exited = once(child, 'exit').then(() => {
    throw new Error('the mock model ended before it listened')
  })
  const listening = once(lines, 'line').then(([line]: unknown[]) => String(line))
  const line = await Promise.race([listening, exited])
  exited.catch(() => {
    // It ended after it had listened: whoever uses it sees that.
  })
  const address: unknown = JSON.parse(line)
  if (typeof address === 'object' && address && 'baseUrl' in address) return String(address.baseUrl)
  throw new Error('the mock model did not say its address')
}

/** The list comes from our own process: that it is one is all that is looked at. */
function isRequestList(value: unknown): value is readonly LoggedRequest[] {
  return Array.isArray(value)
}
