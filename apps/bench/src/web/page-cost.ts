import type { Browser, CDPSession, Page } from '@playwright/test'
import { quantile } from '../statistics.ts'

/**
 * What a page did with its main thread, in milliseconds of the throttled processor: the thread's own time, so that what
 * else the machine does is not counted.
 */
export interface PageCost {
  readonly scriptMs: number
  /** Scripts, styles, layout and painting together. */
  readonly taskMs: number
  readonly longestTaskMs: number
  /** Tasks of more than 50 ms: what a person feels as a stutter. */
  readonly longTasks: number
  /** Work of the frames in which there was any worth the name. */
  readonly frameMs: { readonly median: number; readonly p95: number }
}

interface TraceEvent {
  readonly name: string
  readonly ph: string
  readonly pid: number
  readonly tid: number
  /** Microseconds; `tdur` is the thread's own time. */
  readonly ts: number
  readonly tdur?: number
  readonly args?: { readonly name?: string }
}

const frameUs = 1_000_000 / 60
const longTaskUs = 50_000
/** Frames with less work than this drew nothing. */
const idleFrameUs = 500
const taskName = 'RunTask'

/** Measures what a page does until `run` is done. */
export async function measurePage(
  { browser, page, cdp }: { browser: Browser; page: Page; cdp: CDPSession },
  run: () => Promise<void>,
): Promise<PageCost> {
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' })
  const before = await readMetrics(cdp)
  await browser.startTracing(page, { categories: ['-*', '__metadata', 'disabled-by-default-devtools.timeline'] })
  await run()
  const trace = await browser.stopTracing()
  const after = await readMetrics(cdp)
  const msOf = (name: string) => ((after.get(name) ?? 0) - (before.get(name) ?? 0)) * 1000
  return { scriptMs: msOf('ScriptDuration'), taskMs: msOf('TaskDuration'), ...costOfTasks(mainThreadTasks(trace)) }
}

/** The page's counters by name: seconds, bytes, numbers. */
export async function readMetrics(cdp: CDPSession): Promise<ReadonlyMap<string, number>> {
  const { metrics } = await cdp.send('Performance.getMetrics')
  return new Map(metrics.map(({ name, value }) => [name, value]))
}

/** The tasks of the busiest main thread of a renderer: there is one page. */
function mainThreadTasks(trace: Buffer): TraceEvent[] {
  // Written by Chromium for its own tools; of what is missing no number comes of.
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] }
  const mainThreads = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid}:${tid}`),
  )
  const byThread = new Map<string, TraceEvent[]>()
  for (const event of traceEvents) {
    const thread = `${event.pid}:${event.tid}`
    if (event.name !== taskName || event.tdur === undefined || !mainThreads.has(thread)) continue
    const tasks = byThread.get(thread) ?? []
    tasks.push(event)
    byThread.set(thread, tasks)
  }
  const [busiest = []] = [...byThread.values()].sort((a, b) => b.length - a.length)
  if (busiest.length === 0) throw new Error('The trace has no tasks: this Chromium names them otherwise.')
  return busiest
}

function costOfTasks(tasks: readonly TraceEvent[]): Pick<PageCost, 'longestTaskMs' | 'longTasks' | 'frameMs'> {
  const durations = tasks.map(({ tdur = 0 }) => tdur)
  const workOfFrame = new Map<number, number>()
  for (const { ts, tdur = 0 } of tasks) {
    const frame = Math.floor(ts / frameUs)
    workOfFrame.set(frame, (workOfFrame.get(frame) ?? 0) + tdur)
  }
  const work = [...workOfFrame.values()].filter((us) => us >= idleFrameUs).sort((a, b) => a - b)
  return {
    longestTaskMs: durations.reduce((longest, us) => Math.max(longest, us), 0) / 1000,
    longTasks: durations.filter((us) => us > longTaskUs).length,
    frameMs: { median: quantile(work, 0.5) / 1000, p95: quantile(work, 0.95) / 1000 },
  }
}
