import type { LongConversationCost } from './measure-long-conversation.ts'
import type { ReplyToType } from './measure-reply.ts'
import type { StartCost } from './measure-start.ts'
import type { PageCost } from './page-cost.ts'
import type { Contestant } from './web-options.ts'

/** What all others are compared with. */
const reference: Contestant = 'streamdown'

/** The costs of a reply, with the ratio of the scripts to the reference's. */
export function replyTable(
  { shape, tokens }: ReplyToType,
  costs: ReadonlyMap<Contestant, PageCost | undefined>,
): string {
  const base = costs.get(reference)
  const rows = Array.from(costs, ([name, cost]) =>
    cost
      ? [
          name,
          seconds(cost.scriptMs),
          ratio(cost.scriptMs, base?.scriptMs),
          seconds(cost.taskMs),
          ratio(cost.taskMs, base?.taskMs),
          `${cost.longestTaskMs.toFixed(0)} ms`,
          String(cost.longTasks),
          `${cost.frameMs.median.toFixed(1)} ms`,
          `${cost.frameMs.p95.toFixed(1)} ms`,
        ]
      : [name, 'did not come to the end'],
  )
  const head = ['', 'scripts', 'ratio', 'all work', 'ratio', 'longest task', 'over 50 ms', 'a frame', 'p95']
  return table(`A reply of ${tokens} tokens, ${shape}`, [head, ...rows])
}

/** The costs of a long conversation. */
export function longTable(costs: ReadonlyMap<Contestant, LongConversationCost>): string {
  const rows = Array.from(costs, ([name, cost]) => [
    name,
    `${cost.openMs.toFixed(0)} ms`,
    `${cost.longestTaskMs.toFixed(0)} ms`,
    `${(cost.heapBytes / 1e6).toFixed(1)} MB`,
    String(cost.nodes),
    `${cost.middleMs.toFixed(0)} ms`,
  ])
  return table('A long conversation', [['', 'opened', 'longest task', 'heap', 'nodes', 'at its middle'], ...rows])
}

/** The costs of a first visit. */
export function startTable(costs: ReadonlyMap<Contestant, StartCost>): string {
  const rows = Array.from(costs, ([name, cost]) => [
    name,
    `${cost.firstContentMs.toFixed(0)} ms`,
    `${cost.inputMs.toFixed(0)} ms`,
    `${(cost.transferredBytes / 1000).toFixed(0)} kB`,
  ])
  return table('A first visit', [['', 'first content', 'ready for input', 'transferred'], ...rows])
}

function table(title: string, rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const lines = rows.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  '),
  )
  return [title, ...lines].join('\n')
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`
}

function ratio(value: number, base: number | undefined): string {
  return base === undefined ? '–' : (value / base).toFixed(2)
}
