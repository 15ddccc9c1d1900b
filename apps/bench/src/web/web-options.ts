import { parseArgs } from 'node:util'

/** The parts of the benchmark, in the order in which they run. */
export const webParts = ['reply', 'list', 'table', 'code', 'long', 'start'] as const
export type WebPart = (typeof webParts)[number]

/** What is measured: our clients and what others draw a growing reply with. */
export const contestants = ['react', 'vue', 'streamdown', 'react-markdown'] as const
export type Contestant = (typeof contestants)[number]

/** How large the run is. */
export interface WebOptions {
  readonly parts: readonly WebPart[]
  readonly contestants: readonly Contestant[]
  /** Of the reply of mixed content. */
  readonly tokens: number
  /** Of a list, a table and a block of code that are a whole reply. */
  readonly shapeTokens: number
  readonly tokensPerSecond: number
  /** How many times slower the processor is made. */
  readonly throttling: number
  /** Of the long conversation. */
  readonly messages: number
  /** Folder for CPU profiles of the replies; undefined: none are taken. */
  readonly profileDir: string | undefined
}

const usage = `Usage: npm run bench:web -- [options]

What a reply costs in a browser while it is typed: our two clients, which get it from the real server in front of a
model, beside Streamdown and react-markdown, which have its tokens from the start. Chromium is found as the browser
tests find it; the clients have to be built ("npm run build").

  --parts ${webParts.join(',')}
                            which parts to run:
                              reply  mixed content: headings, lists, tables, code, emphasis
                              list, table, code  a reply that is one of them, to the end
                              long   a conversation of many messages: opening it, a jump to its middle (ours alone)
                              start  the first page on a slow processor and network (ours alone)
  --only ${contestants.join(',')}
                            whom to measure; ratios are to streamdown
  --tokens 20000            of the reply; react-markdown gets slow: 4000 make a short run
  --shape-tokens 6000       of the list, the table and the code
  --rate 200                tokens a second
  --throttle 4              how many times slower the processor is made
  --messages 10000          of the long conversation
  --profile <folder>        write a CPU profile of each reply
  --help
`

/** Reads the command line; undefined where help was asked for and given. @throws {Error} where it can't be understood. */
export function readWebOptions(args: readonly string[]): WebOptions | undefined {
  const { values } = parseArgs({
    args: [...args],
    options: {
      parts: { type: 'string', default: webParts.join(',') },
      only: { type: 'string', default: contestants.join(',') },
      tokens: { type: 'string', default: '20000' },
      'shape-tokens': { type: 'string', default: '6000' },
      rate: { type: 'string', default: '200' },
      throttle: { type: 'string', default: '4' },
      messages: { type: 'string', default: '10000' },
      profile: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    process.stdout.write(usage)
    return undefined
  }
  return {
    parts: chosen(webParts, values.parts),
    contestants: chosen(contestants, values.only),
    tokens: count('tokens', values.tokens),
    shapeTokens: count('shape-tokens', values['shape-tokens']),
    tokensPerSecond: count('rate', values.rate),
    throttling: count('throttle', values.throttle),
    messages: count('messages', values.messages),
    profileDir: values.profile,
  }
}

function chosen<T extends string>(known: readonly T[], text: string): T[] {
  const asked = text.split(',')
  const unknown = asked.find((name) => !known.some((one) => one === name))
  if (unknown !== undefined) throw new Error(`There is no "${unknown}".\n\n${usage}`)
  return known.filter((name) => asked.includes(name))
}

function count(name: string, text: string): number {
  const number = Number(text)
  if (!Number.isInteger(number) || number < 1) throw new Error(`--${name} must be a whole number above 0.\n\n${usage}`)
  return number
}
