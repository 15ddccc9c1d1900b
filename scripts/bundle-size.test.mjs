import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { bundleSize } from './bundle-size.mjs'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'livetype-bundle-'))
  mkdirSync(join(folder, 'assets'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('what index.html names counts once each, gzipped; what is loaded later does not', () => {
  const files = {
    'assets/main.js': 'main'.repeat(100),
    'assets/shared.js': 'shared',
    'assets/later.js': 'later',
    'assets/a.css': 'a{}',
  }
  for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text)
  writeFileSync(
    join(folder, 'index.html'),
    `<script type="module" crossorigin src="/vue/assets/main.js"></script>
     <link rel="modulepreload" href="/vue/assets/shared.js"><link rel="modulepreload" href="/vue/assets/shared.js">
     <link rel="stylesheet" href="/vue/assets/a.css"><link rel="icon" href="/vue/favicon.svg">`,
  )
  const size = (/** @type {string} */ text) => gzipSync(text).length
  expect(bundleSize(folder)).toEqual({
    scriptBytes: size(files['assets/main.js']) + size('shared'),
    styleBytes: size('a{}'),
  })
})

test('a file that index.html names and that is not there is an error', () => {
  writeFileSync(join(folder, 'index.html'), '<script src="/assets/gone.js"></script>')
  expect(() => bundleSize(folder)).toThrow('/assets/gone.js')
})
