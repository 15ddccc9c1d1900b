/**
 * What a token costs on its way from the model to a client, beside a proxy that only pipes bytes. See README.md.
 * The clients' own cost of typing a reply is measured by `node src/markdown-stream.ts`.
 */
import { startMockModel } from '@livetype/mock-model/server'
import { type BenchOptions, readBenchOptions } from './bench-options.ts'
import { type LoadGenerator, startLoadGenerator } from './load/load-generator.ts'
import { measureStreams, type StreamsMeasure } from './measure.ts'
import { reportOf, type ServerResults } from './report.ts'
import { type MeasuredServer, startApi, startProxy } from './servers/start-server.ts'

const firstTokenTokens = 5
/** What each server does before it is measured: a server that has just started is not what people use. */
const warmUp = { streams: 50, tokens: 400, stampIntervalMs: undefined, rampMs: 0 }
const warmUpRounds = 4
/** Streams begin within this time, so that the start of all of them does not hide what they cost. */
const rampMs = 2_000

type Results = { -readonly [Part in keyof ServerResults]: ServerResults[Part] extends string ? string : unknown[] } & {
  firstTokenMs: number[]
  paced: StreamsMeasure[]
  unpaced: StreamsMeasure[]
}

async function main(): Promise<void> {
  const options = readBenchOptions(process.argv.slice(2))
  const models = modelsOf(options)
  await using model = await startMockModel()
  await using running = new AsyncDisposableStack()
  const upstreamUrl = model.baseUrl
  const api = { upstreamUrl, models: Object.values(models), profileDir: options.profileDir }
  const servers = [
    running.use(await startProxy(upstreamUrl)),
    running.use(await startApi({ ...api, name: 'Livetype, durability process', durability: 'process' })),
    running.use(await startApi({ ...api, name: 'Livetype, durability power', durability: 'power' })),
  ]
  using load = startLoadGenerator()
  const results = servers.map(({ name }): Results => ({ name, firstTokenMs: [], paced: [], unpaced: [] }))
  for (const server of servers) {
    progress(`warm-up: ${server.name}`)
    for (let round = 0; round < warmUpRounds; round++) {
      await measureStreams(load, server, { ...warmUp, model: models.warmUp })
    }
  }
  for (const part of options.parts) {
    switch (part) {
      case 'first-token':
        progress(`first token: ${options.turns} turns on each server`)
        await runFirstToken({ load, servers, results, model: models.short, turns: options.turns })
        break
      case 'paced':
      case 'unpaced':
        await runStreams({ load, servers, results, options, part, model: models[part] })
        break
    }
  }
  process.stdout.write(`\n${reportOf(results)}\n\nEvery stream got every token exactly once.\n`)
}

function modelsOf({ paced, unpaced }: BenchOptions) {
  return {
    warmUp: `mock-fast:${warmUp.tokens}`,
    short: `mock-fast:${firstTokenTokens}`,
    unpaced: `mock-fast:${unpaced.tokens}`,
    paced: `mock-paced:${paced.seconds * paced.tokensPerSecond};rate=${paced.tokensPerSecond};stamp=1`,
  }
}

async function runFirstToken(run: {
  load: LoadGenerator
  servers: readonly MeasuredServer[]
  results: readonly Results[]
  model: string
  turns: number
}): Promise<void> {
  const { load, servers, results, model, turns } = run
  const targets = servers.map(({ kind, url }) => ({ kind, url }))
  const times = await load.firstToken({ type: 'first-token', targets, model, tokens: firstTokenTokens, turns })
  for (const [index, result] of results.entries()) result.firstTokenMs.push(...(times[index] ?? []))
}

/** Round by round, all servers in each: a ratio compares runs that met the same machine. */
async function runStreams(run: {
  load: LoadGenerator
  servers: readonly MeasuredServer[]
  results: readonly Results[]
  options: BenchOptions
  part: 'paced' | 'unpaced'
  model: string
}): Promise<void> {
  const { load, servers, results, options, part, model } = run
  const { paced, unpaced } = options
  const job =
    part === 'paced'
      ? {
          streams: paced.streams,
          tokens: paced.seconds * paced.tokensPerSecond,
          stampIntervalMs: 1000 / paced.tokensPerSecond,
          rampMs,
        }
      : { ...unpaced, stampIntervalMs: undefined, rampMs: 0 }
  for (let round = 0; round < options.rounds; round++) {
    for (const [index, server] of servers.entries()) {
      progress(`${part}, round ${round + 1} of ${options.rounds}: ${server.name}`)
      results[index]?.[part].push(await measureStreams(load, server, { ...job, model }))
    }
  }
}

function progress(text: string): void {
  process.stderr.write(`  ${text}\n`)
}

main().catch((error: unknown) => {
  process.stderr.write(`\nThe benchmark failed. ${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})
