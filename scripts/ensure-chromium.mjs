// Finds a Chromium for the browser tests, and gets one where there is none. The Playwright config asks `findChromium`.
import { spawnSync } from 'node:child_process'
import { accessSync, constants, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, join } from 'node:path'
import { root } from './root.mjs'
import { runCommand } from './run-command.mjs'

const downloadTimeoutMs = 240_000
const aptTimeoutMs = 600_000

/** Debian's build without windows, which starts and draws in half the time. */
const headlessShell = 'chromium-headless-shell'
const commandNames = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge']

const usualPlaces = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
    .filter((folder) => folder !== undefined)
    .flatMap((folder) => [
      join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
      join(folder, 'Chromium', 'Application', 'chrome.exe'),
      join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
    ]),
  linux: ['/usr/bin/chromium', '/usr/bin/google-chrome', '/snap/bin/chromium'],
}

/**
 * The path of a Chromium (or a browser built on it): CHROMIUM_PATH, a headless shell, Playwright's own, one on the
 * PATH, one in the usual places; in this order.
 * @returns {string | undefined}
 * @throws {Error} where CHROMIUM_PATH names no program: a wish that can't be met is not passed over
 */
export function findChromium() {
  const wanted = process.env.CHROMIUM_PATH
  if (wanted) {
    if (isExecutable(wanted)) return wanted
    throw new Error(`CHROMIUM_PATH is "${wanted}", where there is no program. Correct it or unset it.`)
  }
  const folders = (process.env.PATH ?? '').split(delimiter)
  const onPath = folders.flatMap((folder) => commandNames.map((name) => join(folder, name)))
  const shells = folders.map((folder) => join(folder, headlessShell))
  const usual = process.platform in usualPlaces ? usualPlaces[/** @type {'linux'} */ (process.platform)] : []
  return [...shells, playwrightsOwn(), ...onPath, ...usual].find((path) => path !== undefined && isExecutable(path))
}

/** Where Playwright would keep its browser, or undefined where Playwright is not installed. */
function playwrightsOwn() {
  try {
    return createRequire(join(root, 'apps', 'e2e', 'package.json'))('@playwright/test').chromium.executablePath()
  } catch {
    // Not installed, or no build of Chromium for this platform: there are other places to look.
    return undefined
  }
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}

/**
 * Finds a Chromium or installs one, saying what it does.
 * @returns {Promise<string | undefined>} its path
 */
export async function ensureChromium() {
  const found = findChromium()
  if (found) return found
  for (const way of [downloadPlaywrights, installWithApt]) {
    await way()
    const installed = findChromium()
    if (installed) return installed
  }
  return undefined
}

async function downloadPlaywrights() {
  console.error('No Chromium found. Downloading the one that Playwright brings …')
  const { code, output } = await runCommand('playwright', ['install', 'chromium'], {
    output: 'collect',
    timeoutMs: downloadTimeoutMs,
  })
  if (code !== 0) console.error(`That failed. ${/^Error: .*/m.exec(output)?.[0] ?? ''}`.trim())
}

async function installWithApt() {
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n']
  const canInstall = succeeds('apt-get', ['--version']) && (sudo.length === 0 || succeeds('sudo', ['-n', 'true']))
  if (!canInstall) return
  console.error(`Installing Debian's "${headlessShell}" package, or "chromium" where there is none …`)
  // By "env", since sudo passes no variables on. Another apt that is at work is waited for.
  const apt = [...sudo, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-o', 'DPkg::Lock::Timeout=120']
  const install = ['install', '-y', '-q', '--no-install-recommends']
  for (const args of [
    ['update', '-q'],
    [...install, headlessShell],
    [...install, 'chromium'],
  ]) {
    const [command = '', ...rest] = [...apt, ...args]
    const { code, output } = await runCommand(command, rest, { output: 'collect', timeoutMs: aptTimeoutMs })
    if (code === 0 && args.includes(headlessShell)) return
    if (code !== 0) console.error(`"${command} ${rest.join(' ')}" failed:\n${output.trim()}`)
  }
}

/** @param {string} command @param {string[]} args */
function succeeds(command, args) {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0
}

if (import.meta.main) {
  try {
    const path = await ensureChromium()
    if (path) console.error(`Browser tests use ${path}.`)
    else {
      console.error(
        'No Chromium could be found or installed. Install Chromium or Google Chrome and run the command again, or set CHROMIUM_PATH to where one is.',
      )
      process.exitCode = 1
    }
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
