import { expect, test } from 'vitest'
import { lockfileProblems, workspaceProblems } from './lockfile-problems.mjs'

const optionalDependencies = { '@tool/linux': '1.2.3', '@tool/darwin': '1.2.3' }

test('a lockfile with an entry for every platform is complete', () => {
  const packages = {
    'node_modules/tool': { version: '1.2.3', optionalDependencies },
    'node_modules/@tool/linux': { version: '1.2.3' },
    'node_modules/tool/node_modules/@tool/darwin': { version: '1.2.3' },
  }
  expect(lockfileProblems({ packages })).toEqual([])
})

test('a platform without an entry, or with another version, is told', () => {
  const packages = {
    'node_modules/tool': { version: '1.2.3', optionalDependencies },
    'node_modules/@tool/linux': { version: '1.2.2' },
  }
  expect(lockfileProblems({ packages })).toEqual([
    expect.stringContaining('@tool/linux@1.2.3, but the entry is 1.2.2'),
    expect.stringContaining('@tool/darwin@1.2.3, which has no entry'),
  ])
})

test('the address of a registry is told; the folder of a workspace is none', () => {
  const packages = {
    'node_modules/a': { version: '1.0.0', resolved: 'https://registry.example/a/-/a-1.0.0.tgz' },
    'node_modules/b': { resolved: 'packages/b', link: true },
  }
  expect(lockfileProblems({ packages })).toEqual([expect.stringContaining('registry.example')])
})

test('a workspace without an entry, or with other dependencies than its package.json, is told', () => {
  const packages = { 'apps/a': { dependencies: { b: '1.0.0' } } }
  expect(workspaceProblems({ packages }, 'apps/a', { dependencies: { b: '1.0.0' } })).toEqual([])
  expect(workspaceProblems({ packages }, 'apps/a', { dependencies: { b: '1.0.1' } })).toEqual([
    expect.stringContaining('apps/a has other dependencies'),
  ])
  expect(workspaceProblems({ packages }, 'apps/new', {})).toEqual([expect.stringContaining('apps/new has no entry')])
})
