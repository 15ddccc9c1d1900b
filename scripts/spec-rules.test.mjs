import { expect, test } from 'vitest'
import { rulesCited, rulesOf } from './spec-rules.mjs'

test('a rule is defined where its ID begins a line, and mentioned elsewhere', () => {
  const text =
    '# RUN\n- **RUN1** Sending is a mutation.\n### LOG2: order\n| SUB10 | follows |\nSee RUN3 for UTF8.\nDOOR1. Every row.'
  expect(rulesOf(text)).toEqual(['RUN1', 'LOG2', 'SUB10', 'DOOR1'])
})

test('the names of tests and suites cite rules, whatever their form', () => {
  const text = `
    describe('[RUN1] sending', () => {
      it.each([1])('[LOG2, LOG3] commits %s', () => {})
      test(\`\${name}: [SUB1]\`, () => {})
      test.for([1])('[STORE1] folds', () => {})
    })`
  expect([...rulesCited('a.test.ts', text)].sort()).toEqual(['LOG2', 'LOG3', 'RUN1', 'STORE1', 'SUB1'])
})

test('a skipped test, a comment and a text cite nothing', () => {
  const text = `
    // test('[RUN1] in a comment')
    test.skip('[RUN2] not run', () => {})
    test.todo('[RUN3] not written')
    test('no rule', () => { expect('RUN4').toBe('RUN4') })`
  expect([...rulesCited('a.test.ts', text)]).toEqual([])
})
