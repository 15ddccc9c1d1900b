import type { UsageReport } from '@livetype/protocol'
import { expect, test } from 'vitest'
import { usageDayStarts } from './usage-days.ts'
import { answerDetails, describeDay, formatCost, formatSeconds } from './usage-format.ts'
import { dayAt, dayStep, niceTop, usagePlot } from './usage-plot.ts'
import { summarizeUsage } from './usage-summary.ts'

type Row = UsageReport['rows'][number]

function row(changes: Partial<Row> = {}): Row {
  return {
    day: 0,
    modelId: 'demo',
    modelName: 'Demo',
    runs: 1,
    uncountedRuns: 0,
    inputTokens: 100,
    outputTokens: 20,
    firstTokenMs: 420,
    tokensPerSecond: 51.6,
    cost: null,
    ...changes,
  }
}

const report = (...rows: Row[]): UsageReport => ({ rows, currency: 'EUR' })
const dayStarts = [0, 1, 2, 3].map((day) => new Date(2026, 10, 28 + day).getTime())

test('days begin at midnight of whoever looks, today’s last, and end with today', () => {
  const starts = usageDayStarts(new Date(2026, 10, 30, 12).getTime(), 7)
  expect(starts).toHaveLength(8)
  expect(starts[0]).toBe(new Date(2026, 10, 24).getTime())
  expect(starts.at(-1)).toBe(new Date(2026, 11, 1).getTime())
})

test('[USAGE2] days without use are there, models are summed over days, the most used first', () => {
  const rows = [
    row({ modelId: 'small', modelName: 'Small', inputTokens: 1, outputTokens: 1 }),
    row({ cost: 0.5 }),
    row({ day: 2, uncountedRuns: 1, cost: 0.25 }),
  ]
  const { total, days, models } = summarizeUsage(report(...rows), { dayStarts, modelId: null })
  expect(days.map(({ runs, startsAt }) => [runs, startsAt])).toEqual([
    [2, dayStarts[0]],
    [0, dayStarts[1]],
    [1, dayStarts[2]],
  ])
  expect(total).toEqual({ runs: 3, inputTokens: 201, outputTokens: 41, uncountedRuns: 1, cost: 0.75 })
  expect(models.map(({ modelId, runs, cost }) => [modelId, runs, cost])).toEqual([
    ['demo', 2, 0.75],
    ['small', 1, null],
  ])
  const one = summarizeUsage(report(...rows), { dayStarts, modelId: 'small' })
  expect([one.total.runs, one.days[2]?.runs, one.models.length]).toEqual([1, 0, 2])
})

test.each([
  [0, 10],
  [10, 10],
  [11, 20],
  [950, 1000],
  [1_200_000, 2_000_000],
])('an axis for %i goes up to %i', (value, top) => {
  expect(niceTop(value)).toBe(top)
})

test('bars are as high as their days, little use is seen, and no use is not', () => {
  const { days } = summarizeUsage(
    report(row({ inputTokens: 990, outputTokens: 10 }), row({ day: 1, inputTokens: 1, outputTokens: 0 })),
    { dayStarts, modelId: null },
  )
  const plot = usagePlot(days)
  expect(plot.bars.map(({ height }) => height)).toEqual([100, 1, 0])
  expect(plot.bars.every(({ y, height }) => y + height === 100)).toBe(true)
  expect(plot.levels).toEqual([
    { at: 0, value: 0 },
    { at: 50, value: 500 },
    { at: 100, value: 1000 },
  ])
  expect(plot.dates.at(-1)?.value).toBe(dayStarts[2])
})

test('of many days a few are named, today among them', () => {
  const starts = usageDayStarts(new Date(2026, 10, 30).getTime(), 90)
  const { dates } = usagePlot(summarizeUsage(report(), { dayStarts: starts, modelId: null }).days)
  expect(dates).toHaveLength(4)
  expect(dates.at(-1)?.value).toBe(starts.at(-2))
})

test('a day is found by its place and by keys', () => {
  expect([0, 0.49, 0.5, 1].map((share) => dayAt(share, 4))).toEqual([0, 1, 2, 3])
  const step = (key: string, day: number) => dayStep(key, { day, dayCount: 30 })
  expect([step('ArrowLeft', 0), step('ArrowRight', 4), step('PageDown', 20), step('Home', 9), step('End', 9)]).toEqual([
    0, 5, 13, 0, 29,
  ])
  expect(step('Enter', 3)).toBeUndefined()
})

test('little money keeps two digits that say something', () => {
  expect([0, 0.000_123, 0.056, 12.3, null].map((cost) => formatCost(cost, 'EUR'))).toEqual([
    '€0.00',
    '€0.00012',
    '€0.056',
    '€12.30',
    '–',
  ])
})

test('short times are told in seconds', () => {
  expect([12, 420, 12_600].map((ms) => formatSeconds(ms))).toEqual(['0.1 sec', '0.4 sec', '13 sec'])
})

test('a day is told in one sentence', () => {
  const { days } = summarizeUsage(report(row({ cost: 0.5 })), { dayStarts, modelId: null })
  const [first, second] = days.map((day) => describeDay(day, 'EUR'))
  expect(first).toMatch(/: 1 reply · 120 tokens · €0\.50?$/)
  expect(second).toMatch(/: nothing$/)
})

test('[USAGE2] an answer tells its tokens, its times and its cost, and of two models whose they are', () => {
  expect(answerDetails(report(row({ cost: 0.002 }))).map(({ label, value }) => `${label} ${value}`)).toEqual([
    'Model demo',
    'Tokens read 100',
    'Tokens written 20',
    'Time to the first token 0.4 sec',
    'Speed 52 tokens/s',
    'Cost €0.002',
  ])
  const uncounted = row({
    uncountedRuns: 1,
    inputTokens: 0,
    outputTokens: 0,
    firstTokenMs: null,
    tokensPerSecond: null,
  })
  expect(answerDetails(report(uncounted)).map(({ value }) => value)).toEqual([
    'demo',
    'not counted by the model’s server',
  ])
  const labels = answerDetails(report(row(), row({ modelId: 'b', modelName: 'B' }))).map(({ label }) => label)
  expect(labels.slice(0, 2)).toEqual(['Demo: Model', 'Demo: Tokens read'])
  expect(labels.at(-1)).toBe('B: Speed')
})
