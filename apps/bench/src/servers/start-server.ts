import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type ProcessUsage, readProcessUsage } from './process-usage.ts'

/** A server under measurement, a process of its own. */
export interface MeasuredServer extends AsyncDisposable {
  readonly name: string
  readonly kind: 'proxy' | 'api'
  readonly url: string
  usage(): ProcessUsage
}

/** Starts the bare proxy in front of a model server. */
export function startProxy(upstreamUrl: string): Promise<MeasuredServer> {
  return start({ name: 'bare proxy', kind: 'proxy', args: [pathOf('bare-proxy.ts'), upstreamUrl] })
}

/** Starts the real API in front of a model server, with a new database in a temporary folder. */
export async function startApi(options: {
  name: string
  upstreamUrl: string
  models: readonly string[]
  durability: 'process' | 'power'
  profileDir: string | undefined
  /** Fills the folder of its data before it starts. */
  prepare?: (dataDir: string) => Promise<void>
}): Promise<MeasuredServer> {
  const { name, profileDir } = options
  const dataDir = mkdtempSync(join(tmpdir(), 'livetype-bench-'))
  await options.prepare?.(dataDir)
  const profile = profileDir === undefined ? [] : ['--cpu-prof', '--cpu-prof-dir', profileDir]
  const server = await start({
    name,
    kind: 'api',
    args: [...profile, pathOf('../../../api/src/main.ts')],
    environment: {
      PORT: '0',
      LIVETYPE_DATA_DIR: dataDir,
      LIVETYPE_DURABILITY: options.durability,
      LIVETYPE_LOG_LEVEL: 'warn',
      LIVETYPE_MAX_STREAMS_PER_OWNER: '100000',
      LIVETYPE_MAX_RUNS: '1000000',
      LIVETYPE_MAX_RUNS_PER_OWNER: '1000000',
      OPENAI_BASE_URL: options.upstreamUrl,
      OPENAI_MODELS: options.models.join(','),
    },
  })
  return {
    ...server,
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]()
      rmSync(dataDir, { recursive: true })
    },
  }
}

async function start(options: {
  name: string
  kind: MeasuredServer['kind']
  args: readonly string[]
  environment?: Record<string, string>
}): Promise<MeasuredServer> {
  const { name, kind, args, environment } = options
  const child = spawn(process.execPath, args, {
    // Nothing is inherited that could configure the server.
    env: { PATH: process.env.PATH, NODE_ENV: 'production', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const url = await addressOf(child, name)
  const { pid } = child
  if (pid === undefined) throw new Error(`${name} has no process`)
  return {
    name,
    kind,
    url,
    usage: () => readProcessUsage(pid),
    async [Symbol.asyncDispose]() {
      if (child.exitCode !== null || child.signalCode !== null) return
      const exited = once(child, 'exit')
      child.kill('SIGTERM')
      await exited
    },
  }
}

/** The address is the first URL a server prints. */
async function addressOf(child: ChildProcess, name: string): Promise<string> {
  let output = ''
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString()
      const url = /(http:\S+)\/\s/.exec(output)?.[1]
      if (url) resolve(url)
    })
    child.once('exit', () => reject(new Error(`${name} ended before it listened:\n${output}`)))
  })
}

function pathOf(relative: string): string {
  return fileURLToPath(new URL(relative, import.meta.url))
}
