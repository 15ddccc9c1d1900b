import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { textOf } from '@livetype/protocol'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createLivetype } from '../node/create-livetype.ts'
import { startFlakyProxy } from '../node/test-support/flaky-proxy.ts'
import { spawnServer } from '../node/test-support/spawn-server.ts'

const client = fileURLToPath(new URL('../..', import.meta.url))
const exampleFolder = fileURLToPath(new URL('../../../../examples/node-service', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'livetype-packed-'))
/** A project of its own, outside of the repository: the example as someone would copy it. */
const project = join(folder, 'service')
const installed = join(project, 'node_modules', '@livetype', 'client')

/** A program that has ended, whatever its code. */
interface Ended {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

interface RunOptions {
  readonly cwd: string
  readonly env?: Record<string, string>
  readonly onFirstOutput?: () => void
}

const ofAnotherProject = /^(npm_(?!config_(registry|cache|.*proxy$))|NODE_ENV$|INIT_CWD$)/i

/** Runs a program without what an npm around the tests has put into the environment for its own project. */
function run(program: string, args: readonly string[], options: RunOptions): Promise<Ended> {
  const inherited = Object.entries(process.env).filter(([name]) => !ofAnotherProject.test(name))
  return new Promise((resolve) => {
    const env = { ...Object.fromEntries(inherited), ...options.env }
    const child = execFile(program, args, { cwd: options.cwd, env }, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code) || 1 : 0, stdout, stderr })
    })
    child.stdout?.once('data', () => options.onFirstOutput?.())
  })
}

async function succeed(program: string, args: readonly string[], cwd: string): Promise<void> {
  const { code, stdout, stderr } = await run(program, args, { cwd })
  if (code !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${code}:\n${stdout}\n${stderr}`)
}

function readJson(path: string): Record<string, unknown> {
  return JSON.parse(readFileSync(path, 'utf8'))
}

beforeAll(async () => {
  await succeed(process.execPath, ['scripts/build-package.mjs'], client)
  await succeed('npm', ['pack', '--pack-destination', folder], join(client, 'dist', 'package'))
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'))
  cpSync(exampleFolder, project, { recursive: true, filter: (path) => !path.includes('node_modules') })
  const manifest = readJson(join(project, 'package.json'))
  const dependencies = { '@livetype/client': `file:../${tarball}` }
  writeFileSync(join(project, 'package.json'), JSON.stringify({ ...manifest, dependencies }))
  await succeed('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts'], project)
}, 120_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the packed client', { timeout: 120_000 }, () => {
  it('has JavaScript, types, a licence and a page about it, and nothing of the repository', () => {
    const files = readdirSync(installed, { recursive: true, encoding: 'utf8' })
    expect(files).toEqual(
      expect.arrayContaining(['LICENSE', 'README.md', 'index.js', 'index.d.ts', 'node.js', 'node.d.ts', 'browser.js']),
    )
    expect(files.filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts'))).toEqual([])
    const manifest = readJson(join(installed, 'package.json'))
    expect(manifest).not.toHaveProperty('private')
    expect(Object.keys(manifest.dependencies ?? {})).toEqual([
      '@trpc/client',
      '@trpc/server',
      'eventsource',
      'marked',
      'zod',
    ])
    const code = files
      .filter((path) => /\.[jt]s$/.test(path))
      .map((path) => readFileSync(join(installed, path), 'utf8'))
    for (const text of code) expect(text).not.toMatch(/from ["'](@livetype|fastify|pino|better-sqlite3|drizzle|openai)/)
  })

  it('type-checks strictly in a project of its own, its own types included', async () => {
    await succeed('npm', ['run', 'typecheck'], project)
    // tRPC's own types name some of the platform's, which a project without a DOM gets from this library.
    const lib = ['--lib', 'es2024,esnext.disposable,webworker']
    await succeed('npm', ['run', 'typecheck', '--', '--skipLibCheck', 'false', ...lib], project)
  })

  it('runs the example, which prints a reply as it comes, over a cut of the network', async () => {
    const dataDir = join(folder, 'data')
    await using server = await spawnServer(dataDir)
    await using proxy = await startFlakyProxy(server.port)
    const file = join(project, 'notes.txt')
    writeFileSync(file, 'A log is a list of events.')
    const env = { LIVETYPE_URL: proxy.url, LIVETYPE_MODEL: 'demo' }
    const { client } = createLivetype({ baseUrl: `http://127.0.0.1:${server.port}` })
    const onFirstOutput = () => proxy.cut()
    const example = await run(process.execPath, ['src/main.ts', file], { cwd: project, env, onFirstOutput })
    const [conversation] = (await client.conversation.list.query()).conversations
    const { messages } = await client.conversation.get.query({ conversationId: conversation?.id ?? '' })
    expect(messages.map(({ role }) => role)).toEqual(['user', 'assistant'])
    const [, reply] = messages
    expect(example.stdout).toBe(reply && textOf(reply))
    expect(example.stderr).toContain('(completed)')
    expect(example.code).toBe(0)
  })
})
