import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { isInstalled, satisfiesLock } from './install-state.mjs'

const wanted = {
  packages: {
    '': { version: '1.0.0' },
    'node_modules/a': { version: '1.2.3', integrity: 'sha512-a' },
    'node_modules/a-win32': { version: '1.2.3', optional: true },
  },
}

describe('satisfiesLock', () => {
  test('what is for other platforms may be missing', () => {
    expect(satisfiesLock({ packages: { 'node_modules/a': { version: '1.2.3', integrity: 'sha512-a' } } }, wanted)).toBe(
      true,
    )
  })

  test('another version, other contents or a missing package do not do', () => {
    expect(satisfiesLock({ packages: { 'node_modules/a': { version: '1.2.4', integrity: 'sha512-a' } } }, wanted)).toBe(
      false,
    )
    expect(satisfiesLock({ packages: { 'node_modules/a': { version: '1.2.3', integrity: 'sha512-b' } } }, wanted)).toBe(
      false,
    )
    expect(satisfiesLock({ packages: {} }, wanted)).toBe(false)
  })
})

describe('isInstalled', () => {
  let root = ''
  /** @param {string} path @param {unknown} content */
  const write = (path, content) => {
    mkdirSync(join(root, path, '..'), { recursive: true })
    writeFileSync(join(root, path), JSON.stringify(content))
  }
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'livetype-install-'))
    write('package-lock.json', wanted)
    write('node_modules/.package-lock.json', wanted)
    write(`node_modules/.bin/node${process.platform === 'win32' ? '.exe' : ''}`, '')
  })
  afterEach(() => rmSync(root, { recursive: true }))

  test('a plain "npm install" counts', () => {
    expect(isInstalled(root)).toBe(true)
  })

  test('a changed lockfile asks for another installation, and is not taken for the remembered one', () => {
    expect(isInstalled(root)).toBe(true)
    write('package-lock.json', { packages: { 'node_modules/a': { version: '2.0.0' } } })
    expect(isInstalled(root)).toBe(false)
  })

  test('an installation that was cut off has no record, and so does not count', () => {
    rmSync(join(root, 'node_modules', '.package-lock.json'))
    expect(isInstalled(root)).toBe(false)
  })

  test('an installation without the pinned Node does not count', () => {
    rmSync(join(root, 'node_modules', '.bin'), { recursive: true })
    expect(isInstalled(root)).toBe(false)
  })
})
