import { expect, test } from 'vitest'
import { costOf, parseModelPrices } from './model-prices.ts'

test('prices are read by model, also for ids with colons and slashes', () => {
  const prices = parseModelPrices('gpt-5-mini=0.25/2, meta/llama3:8b = 0 / 0.5')
  expect(prices && [...prices]).toEqual([
    ['gpt-5-mini', { input: 0.25, output: 2 }],
    ['meta/llama3:8b', { input: 0, output: 0.5 }],
  ])
})

test.each(['gpt-5', 'gpt-5=1', 'gpt-5=a/b', 'gpt-5=-1/2', 'a=1/2,a=3/4'])('%s is no list of prices', (text) => {
  expect(parseModelPrices(text)).toBeUndefined()
})

test('tokens cost what a million of them cost, in proportion; without a price nothing is said', () => {
  expect(costOf({ input: 1, output: 10 }, { inputTokens: 500_000, outputTokens: 100_000 })).toBe(1.5)
  expect(costOf(undefined, { inputTokens: 1, outputTokens: 1 })).toBeNull()
})
