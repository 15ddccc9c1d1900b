import type { StreamsMeasure } from './measure.ts'
import { median, quantile } from './statistics.ts'

/** Everything that was measured on one server, one measure a round. The first server is what others are compared with. */
export interface ServerResults {
  readonly name: string
  readonly firstTokenMs: readonly number[]
  readonly paced: readonly StreamsMeasure[]
  readonly unpaced: readonly StreamsMeasure[]
}

/** The tables that a run prints. Parts that did not run are left out. */
export function reportOf(results: readonly ServerResults[]): string {
  const [bare] = results
  if (!bare) return ''
  const tables = [
    bare.unpaced.length > 0 && costTable('As fast as the model writes', results, 'unpaced'),
    bare.paced.length > 0 && costTable('Paced by the model', results, 'paced'),
    bare.firstTokenMs.length > 0 && firstTokenTable(results, bare),
  ]
  return tables.filter((table) => table !== false).join('\n\n')
}

function costTable(title: string, results: readonly ServerResults[], part: 'paced' | 'unpaced'): string {
  const bare = results[0]?.[part] ?? []
  const isPaced = part === 'paced'
  const rows = results.map((server) => {
    const measures = server[part]
    const ratios = measures.map((measure, round) => measure.tokensPerCpuSecond / (bare[round]?.tokensPerCpuSecond ?? 0))
    return [
      server.name,
      whole(median(measures.map((measure) => measure.tokensPerCpuSecond))),
      median(ratios).toFixed(2),
      ratios.map((ratio) => ratio.toFixed(2)).join(' '),
      whole(median(measures.map((measure) => measure.tokensPerSecond))),
      ...(isPaced
        ? [
            `${whole(median(measures.map((measure) => measure.latenessP99Ms)))} ms`,
            // Later rounds find memory that earlier ones have used: only the first tells what a stream needs.
            `${whole((measures[0]?.bytesPerStream ?? Number.NaN) / 1024)} KiB`,
          ]
        : []),
    ]
  })
  const head = ['', 'tokens per CPU second', 'ratio', 'by round', 'tokens a second']
  return table([title, ...head.slice(1), ...(isPaced ? ['lateness p99', 'memory a stream'] : [])], rows)
}

function firstTokenTable(results: readonly ServerResults[], bare: ServerResults): string {
  const rows = results.map(({ name, firstTokenMs }) => {
    const ascending = [...firstTokenMs].sort((a, b) => a - b)
    const added = firstTokenMs.map((ms, turn) => ms - (bare.firstTokenMs[turn] ?? 0)).sort((a, b) => a - b)
    return [
      name,
      ...[ascending, added].flatMap((times) => [0.5, 0.99].map((share) => `${quantile(times, share).toFixed(1)} ms`)),
    ]
  })
  return table(['First token, idle server', 'p50', 'p99', 'added p50', 'added p99'], rows)
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((cell, column) => Math.max(cell.length, ...rows.map((row) => row[column]?.length ?? 0)))
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
  return [line(head), widths.map((width) => '-'.repeat(width)).join('  '), ...rows.map(line)].join('\n')
}

function whole(number: number): string {
  return Number.isFinite(number) ? Math.round(number).toLocaleString('en') : '–'
}
