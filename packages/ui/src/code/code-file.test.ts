import { expect, test } from 'vitest'
import { codeFileName } from './code-file.ts'

test('[CODE2] a file is called by its language, and never by a path', () => {
  expect(
    ['TypeScript', 'py', 'python', 'c++', 'Dockerfile', '', 'text', '../../x', 'a.b', 'toml'].map(codeFileName),
  ).toEqual([
    'code.ts',
    'code.py',
    'code.py',
    'code.cpp',
    'Dockerfile',
    'code.txt',
    'code.txt',
    'code.txt',
    'code.txt',
    'code.toml',
  ])
  expect(codeFileName('constructor')).toBe('code.txt')
})
