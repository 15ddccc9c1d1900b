import { describe, expect, test } from 'vitest'
import { boundaryViolations } from './boundaries.mjs'

/** @param {string} path @param {string} text */
const broken = (path, text) => boundaryViolations(path, text).map(({ line, what }) => `${line} ${what}`)

describe('packages', () => {
  test('a layer imports those below it and none above', () => {
    expect(broken('apps/api/src/a.ts', "import { x } from '@livetype/db'")).toEqual([])
    expect(broken('packages/client/src/a.ts', "import { x } from '@livetype/protocol'")).toEqual([])
    expect(broken('packages/protocol/src/a.ts', "\nexport { x } from '@livetype/client'")).toEqual([
      '2 imports "@livetype/client"',
    ])
    expect(broken('apps/web-react/src/a.tsx', "await import('@livetype/db')")).toEqual(['1 imports "@livetype/db"'])
  })

  test('an app is imported by tests alone, but for the type of the router', () => {
    expect(broken('packages/client/src/a.ts', "import type { AppRouter } from '@livetype/api/router'")).toEqual([])
    expect(broken('packages/client/src/a.ts', "import { appRouter } from '@livetype/api/router'")).toHaveLength(1)
    expect(broken('packages/client/src/a.ts', "import { type AppRouter } from '@livetype/api/router'")).toEqual([])
    expect(broken('apps/web-vue/src/a.ts', "import type { AppRouter } from '@livetype/api/router'")).toHaveLength(1)
    expect(broken('packages/client/src/a.test.ts', "import { start } from '@livetype/mock-model/server'")).toEqual([])
    expect(broken('packages/client/src/a.ts', "import { start } from '@livetype/mock-model/server'")).toHaveLength(1)
  })

  test('a relative import stays within its package', () => {
    expect(broken('apps/api/src/runs/a.ts', "import { x } from '../b.ts'")).toEqual([])
    expect(broken('apps/api/src/a.ts', "import { x } from '../../../packages/db/src/b.ts'")).toHaveLength(1)
    expect(broken('apps/api/src/a.ts', "import { x } from '../../api-two/b.ts'")).toHaveLength(1)
    expect(broken('apps/e2e/playwright.config.ts', "import { x } from '../../scripts/b.mjs'")).toEqual([])
  })

  test('the database and the package "openai" are known in one place each', () => {
    expect(broken('packages/db/src/a.ts', "import { eq } from 'drizzle-orm'")).toEqual([])
    expect(broken('apps/api/src/a.ts', "import { eq } from 'drizzle-orm/sqlite-core'")).toHaveLength(1)
    expect(broken('apps/api/src/a.ts', "import Database from 'better-sqlite3'")).toHaveLength(1)
    expect(broken('apps/api/src/providers/openai/a.ts', "import OpenAI from 'openai'")).toEqual([])
    expect(broken('apps/api/src/runs/a.ts', "import OpenAI from 'openai'")).toHaveLength(1)
  })

  test('the scripts of a Vue component are read, at the lines they have in the file', () => {
    const component =
      '<template>\n  <p />\n</template>\n<script setup lang="ts">\nimport x from \'@livetype/db\'\n</script>\n'
    expect(broken('apps/web-vue/src/A.vue', component)).toEqual(['5 imports "@livetype/db"'])
  })
})

describe('neutral code', () => {
  test('has no globals of one platform', () => {
    expect(broken('packages/protocol/src/a.ts', 'const a = window.name')).toEqual(['1 uses "window"'])
    expect(broken('packages/client/src/store/a.ts', 'const a = Buffer.from("")')).toEqual(['1 uses "Buffer"'])
    expect(broken('packages/client/src/a.ts', 'const a = globalThis.document')).toEqual(['1 uses "document"'])
    expect(broken('packages/client/src/a.ts', "import { readFile } from 'node:fs'")).toHaveLength(1)
  })

  test('may use words that only look like them', () => {
    expect(broken('packages/client/src/a.ts', 'function f(document: string) { return document }')).toEqual([])
    expect(broken('packages/client/src/a.ts', 'const a = { window: 1 }; a.window')).toEqual([])
    expect(broken('packages/client/src/a.ts', 'interface A { history: string; process(): void }')).toEqual([])
  })

  test('ends where the folders "browser" and "node" begin, and at tests', () => {
    expect(broken('packages/client/src/browser/a.ts', 'document.title')).toEqual([])
    expect(broken('packages/client/src/node/a.ts', "import { readFile } from 'node:fs'")).toEqual([])
    expect(broken('packages/client/src/a.test.ts', "import { readFile } from 'node:fs'")).toEqual([])
  })
})

test('the environment is read in config.ts, configs, scripts and tests alone', () => {
  const code = 'export const port = process.env.PORT'
  expect(broken('apps/api/src/server.ts', code)).toEqual(['1 reads process.env'])
  expect(broken('apps/api/src/main.ts', 'readConfig(process.env, "")')).toEqual([])
  for (const path of ['src/config.ts', 'vite.config.ts', 'scripts/a.mjs', 'src/a.test.ts']) {
    expect(broken(`apps/api/${path}`, code)).toEqual([])
  }
})

test('no folder has a name that fits everything', () => {
  expect(broken('apps/api/src/utils/a.ts', '')).toEqual(['1 is in a folder named "utils"'])
  expect(broken('packages/ui/src/types/a.css', '')).toHaveLength(1)
  expect(broken('apps/api/src/runs/types.ts', '')).toEqual([])
})

test('every violation says why the boundary is there', () => {
  const [violation] = boundaryViolations('packages/protocol/src/a.ts', "import '@livetype/api'")
  expect(violation?.why).toMatch(/\.$/)
})
