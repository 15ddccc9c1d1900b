// npm test: unit, contract and integration tests of every workspace, then the browser tests, then the counts of all.
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { buildClients } from './build-clients.mjs'
import { ensureChromium } from './ensure-chromium.mjs'
import { root } from './root.mjs'
import { runCommand } from './run-command.mjs'
import { readTestArguments } from './test-arguments.mjs'
import { addCounts, countsLine, countsOfPlaywright, countsOfVitest, noCounts } from './test-counts.mjs'
import { workspaces } from './workspaces.mjs'

/** @import { Counts } from './test-counts.mjs' */

const vitestReport = join('test-results', 'vitest.json')
const playwrightReport = join(root, 'apps', 'e2e', 'test-results', 'playwright.json')
/** Generous: it tells a test that hangs, not one on a busy machine. */
const timeoutMs = 60_000
const browserTests = '@livetype/e2e'

try {
  process.exitCode = await main()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 2
}

async function main() {
  const selection = readTestArguments(process.argv.slice(2))
  if (selection.isFull) process.env.LIVETYPE_FAULT_SCALE = 'full'
  let counts = noCounts
  // What the browser tests need comes first: it takes long to download and is soon known to be missing.
  const canBrowse = selection.hasBrowser && (await prepareBrowserTests())
  if (selection.hasUnit) counts = addCounts(counts, await runUnitTests(selection.packages, selection.passedOn))
  if (canBrowse) counts = addCounts(counts, await runBrowserTests(selection.passedOn))
  if (selection.hasBrowser && !canBrowse) {
    counts = addCounts(counts, failure('The browser tests could not run: the reason stands at the top.'))
  }
  if (counts.passed + counts.failed === 0) console.error('No test ran.')
  console.log(countsLine(counts))
  return counts.failed === 0 && counts.passed > 0 ? 0 : 1
}

async function prepareBrowserTests() {
  const chromium = await ensureChromium()
  if (!chromium) {
    console.error(
      'No Chromium could be found or installed for the browser tests. Install Chromium or Google Chrome, or set CHROMIUM_PATH to where one is.',
    )
    return false
  }
  console.error(`Browser tests use ${chromium}.`)
  return buildClients()
}

/**
 * @param {string[]} packages
 * @param {string[]} passedOn
 * @returns {Promise<Counts>}
 */
async function runUnitTests(packages, passedOn) {
  const rootItself = { name: 'livetype', folder: '.', scripts: {} }
  const tested = workspaces().filter(({ name, scripts }) => scripts.test !== undefined && name !== browserTests)
  const chosen = [...tested, rootItself].filter(
    ({ name, folder }) =>
      packages.length === 0 || packages.some((wanted) => [name, folder, name.split('/')[1]].includes(wanted)),
  )
  if (chosen.length === 0) throw new Error(`No workspace with tests is called ${packages.join(' or ')}.`)
  for (const { folder } of chosen) rmSync(join(root, folder, vitestReport), { force: true })

  const vitest = ['--reporter=default', '--reporter=json', `--outputFile.json=${vitestReport}`]
  vitest.push(`--testTimeout=${timeoutMs}`, `--hookTimeout=${timeoutMs}`)
  if (passedOn.length > 0) vitest.push('--passWithNoTests', ...passedOn)
  const inPackages = chosen.filter((workspace) => workspace !== rootItself)
  /** @type {number[]} */
  const codes = []
  if (inPackages.length > 0) {
    // Vitest itself keeps two cores busy.
    const concurrency = Math.max(1, Math.floor(availableParallelism() / 2))
    const filters = inPackages.map(({ name }) => `--filter=${name}`)
    const turbo = [
      'run',
      'test',
      '--continue',
      '--env-mode=loose',
      '--log-order=grouped',
      `--concurrency=${concurrency}`,
    ]
    codes.push((await runCommand('turbo', [...turbo, ...filters, '--', ...vitest])).code)
  }
  if (chosen.includes(rootItself)) codes.push((await runCommand('vitest', ['run', ...vitest])).code)

  const counts = chosen
    .map(({ name, folder }) => countsOfReport(join(root, folder, vitestReport), countsOfVitest, name))
    .reduce(addCounts, noCounts)
  const hasHiddenFailure = counts.failed === 0 && codes.some((code) => code !== 0)
  return hasHiddenFailure ? addCounts(counts, failure('A test runner failed although none of its tests did.')) : counts
}

/**
 * @param {string[]} passedOn
 * @returns {Promise<Counts>}
 */
async function runBrowserTests(passedOn) {
  rmSync(playwrightReport, { force: true })
  const { code } = await runCommand('playwright', ['test', ...passedOn], { cwd: join(root, 'apps', 'e2e') })
  const counts = countsOfReport(playwrightReport, countsOfPlaywright, browserTests)
  const hasHiddenFailure = counts.failed === 0 && code !== 0
  return hasHiddenFailure ? addCounts(counts, failure('Playwright failed although none of its tests did.')) : counts
}

/**
 * @template Report
 * @param {string} path
 * @param {(report: Report) => Counts} count
 * @param {string} name whose report it is
 * @returns {Counts}
 */
function countsOfReport(path, count, name) {
  if (!existsSync(path)) return failure(`${name} wrote no report: its tests did not run to the end.`)
  const counts = count(JSON.parse(readFileSync(path, 'utf8')))
  if (counts.failed > 0) console.error(`${name}: ${countsLine(counts)}`)
  return counts
}

/**
 * @param {string} sentence
 * @returns {Counts}
 */
function failure(sentence) {
  console.error(sentence)
  return { ...noCounts, failed: 1 }
}
