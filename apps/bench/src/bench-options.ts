import { parseArgs } from 'node:util'

/** The parts of the benchmark, in the order in which they run. */
export const benchParts = ['first-token', 'paced', 'unpaced'] as const
export type BenchPart = (typeof benchParts)[number]

/** How large the run is. */
export interface BenchOptions {
  readonly parts: readonly BenchPart[]
  /** How often each loaded part runs on each server; medians are reported. */
  readonly rounds: number
  /** Sequential turns on idle servers. */
  readonly turns: number
  readonly unpaced: { readonly streams: number; readonly tokens: number }
  readonly paced: { readonly streams: number; readonly tokensPerSecond: number; readonly seconds: number }
  /** Folder for CPU profiles of the API; undefined: none are taken. */
  readonly profileDir: string | undefined
}

const usage = `Usage: npm run bench -- [options]

  --parts first-token,paced,unpaced   which parts to run
  --rounds 3                          runs of each loaded part on each server
  --turns 200                         turns on an idle server
  --streams 50 --tokens 2000          unpaced: streams at once, tokens of each
  --paced-streams 500 --rate 20 --seconds 10
                                      paced: streams at once, tokens a second of each, how long
  --profile <folder>                  write a CPU profile of each API server
`

/** Reads the command line. @throws {Error} with the usage where it can't be understood. */
export function readBenchOptions(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      parts: { type: 'string', default: benchParts.join(',') },
      rounds: { type: 'string', default: '3' },
      turns: { type: 'string', default: '200' },
      streams: { type: 'string', default: '50' },
      tokens: { type: 'string', default: '2000' },
      'paced-streams': { type: 'string', default: '500' },
      rate: { type: 'string', default: '20' },
      seconds: { type: 'string', default: '10' },
      profile: { type: 'string' },
    },
  })
  const asked = values.parts.split(',')
  const unknown = asked.find((part) => !benchParts.some((known) => known === part))
  if (unknown !== undefined) throw new Error(`There is no part "${unknown}".\n\n${usage}`)
  return {
    parts: benchParts.filter((part) => asked.includes(part)),
    rounds: count('rounds', values.rounds),
    turns: count('turns', values.turns),
    unpaced: { streams: count('streams', values.streams), tokens: count('tokens', values.tokens) },
    paced: {
      streams: count('paced-streams', values['paced-streams']),
      tokensPerSecond: count('rate', values.rate),
      seconds: count('seconds', values.seconds),
    },
    profileDir: values.profile,
  }
}

function count(name: string, text: string): number {
  const number = Number(text)
  if (!Number.isInteger(number) || number < 1) throw new Error(`--${name} must be a whole number above 0.\n\n${usage}`)
  return number
}
