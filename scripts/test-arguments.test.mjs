import { expect, test } from 'vitest'
import { readTestArguments } from './test-arguments.mjs'

test('without arguments everything runs', () => {
  expect(readTestArguments([])).toEqual({ hasUnit: true, hasBrowser: true, packages: [], isFull: false, passedOn: [] })
})

test('a part can be chosen, and its runner given more', () => {
  expect(readTestArguments(['--unit', '--package=db', '-t', 'LOG3'])).toEqual({
    hasUnit: true,
    hasBrowser: false,
    packages: ['db'],
    isFull: false,
    passedOn: ['-t', 'LOG3'],
  })
  expect(readTestArguments(['--e2e', '--project=vue'])).toMatchObject({ hasUnit: false, passedOn: ['--project=vue'] })
})

test('proofs with faults can be asked for at full size', () => {
  expect(readTestArguments(['--package=faults', '--full', '-t', 'RUN5'])).toMatchObject({
    packages: ['faults'],
    isFull: true,
    passedOn: ['-t', 'RUN5'],
  })
})

test('naming a package means the unit tests', () => {
  expect(readTestArguments(['--package=db'])).toMatchObject({ hasUnit: true, hasBrowser: false })
})

test('what contradicts itself is refused with a sentence', () => {
  expect(() => readTestArguments(['-t', 'LOG3'])).toThrow('Whom is "-t LOG3" for?')
  expect(() => readTestArguments(['--e2e', '--package=db'])).toThrow('leave out "--e2e"')
})
