import { pino } from 'pino'
import { expect, it } from 'vitest'
import { reportDurability } from './report-durability.ts'

const warning = 40

function report(durability: 'power' | 'process', fsyncMs: number | undefined) {
  const lines: { level: number; msg: string; fsyncMs?: number }[] = []
  const logger = pino({ base: null }, { write: (line: string) => lines.push(JSON.parse(line)) })
  reportDurability(logger, { durability, fsyncMs })
  return lines
}

it.each([
  ['power', /power cut: each commit waits/],
  ['process', /may be lost in a power cut/],
] as const)('says what "%s" promises, and what the disk takes', (durability, promise) => {
  expect(report(durability, 1.234)).toMatchObject([{ fsyncMs: 1.23, msg: expect.stringMatching(promise) }])
})

it('warns of a slow disk where each commit waits for it, and names the setting', () => {
  const [, warned] = report('power', 20.4)
  expect(warned).toMatchObject({ level: warning, msg: expect.stringMatching(/20 ms.*LIVETYPE_DURABILITY=process/) })
  expect(report('process', 100)).toHaveLength(1)
  expect(report('power', 20)).toHaveLength(1)
  expect(report('power', undefined)).toHaveLength(1)
})
