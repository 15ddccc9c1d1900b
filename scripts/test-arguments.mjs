/**
 * @typedef {object} TestSelection
 * @property {boolean} hasUnit whether vitest runs
 * @property {boolean} hasBrowser whether Playwright runs
 * @property {string[]} packages names of workspaces to which the unit tests are limited; none: all of them
 * @property {boolean} isFull whether the proofs with faults run at full size
 * @property {string[]} passedOn what the runner is given
 */

/**
 * Reads `npm test -- [--unit [--package=<name>]…| --e2e] [--full] [what vitest or Playwright is given]`.
 * @param {string[]} args
 * @returns {TestSelection}
 * @throws {Error} with a sentence for a person, where they contradict each other
 */
export function readTestArguments(args) {
  const packages = args.filter((arg) => arg.startsWith('--package=')).map((arg) => arg.slice('--package='.length))
  const wantsUnit = args.includes('--unit') || packages.length > 0
  const wantsBrowser = args.includes('--e2e')
  const isFull = args.includes('--full')
  const own = ['--unit', '--e2e', '--full']
  const passedOn = args.filter((arg) => !own.includes(arg) && !arg.startsWith('--package='))
  const hasUnit = wantsUnit || !wantsBrowser
  const hasBrowser = wantsBrowser || !wantsUnit
  if (packages.length > 0 && hasBrowser) throw new Error('"--package" chooses among the unit tests: leave out "--e2e".')
  if (passedOn.length > 0 && hasUnit && hasBrowser) {
    throw new Error(`Whom is "${passedOn.join(' ')}" for? Add "--unit" for vitest or "--e2e" for Playwright.`)
  }
  return { hasUnit, hasBrowser, packages, isFull, passedOn }
}
