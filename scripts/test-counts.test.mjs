import { expect, test } from 'vitest'
import { addCounts, countsLine, countsOfPlaywright, countsOfVitest } from './test-counts.mjs'

const vitest = {
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 1,
  numTodoTests: 1,
  success: true,
  testResults: [],
}

test('vitest: tests are counted as they ended', () => {
  expect(countsOfVitest(vitest)).toEqual({ passed: 3, failed: 0, skipped: 2 })
})

test('vitest: a file that could not be loaded is a failure', () => {
  const testResults = [{ status: 'failed', assertionResults: [] }]
  expect(countsOfVitest({ ...vitest, success: false, testResults })).toEqual({ passed: 3, failed: 1, skipped: 2 })
})

test('vitest: an error outside of any test is a failure', () => {
  expect(countsOfVitest({ ...vitest, success: false }).failed).toBe(1)
})

test('Playwright: tests are counted as they ended, errors outside of any test as one failure', () => {
  const stats = { expected: 4, unexpected: 2, flaky: 1, skipped: 3 }
  expect(countsOfPlaywright({ stats, errors: [] })).toEqual({ passed: 5, failed: 2, skipped: 3 })
  const none = { expected: 0, unexpected: 0, flaky: 0, skipped: 0 }
  expect(countsOfPlaywright({ stats: none, errors: [{}, {}] }).failed).toBe(1)
})

test('the last line names what was skipped only where something was', () => {
  expect(countsLine({ passed: 2, failed: 1, skipped: 0 })).toBe('2 passed, 1 failed')
  const sum = addCounts({ passed: 2, failed: 0, skipped: 0 }, { passed: 1, failed: 0, skipped: 1 })
  expect(countsLine(sum)).toBe('3 passed, 0 failed, 1 skipped')
})
