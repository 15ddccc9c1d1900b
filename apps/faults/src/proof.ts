import { readFaultConfig } from './config.ts'
import { createHistory, type History } from './recording/history.ts'
import { createSeededRandom, type SeededRandom } from './seeded-random.ts'

const config = readFaultConfig(process.env)

/** What every proof has: chance that can be had again, and a history for what goes wrong. */
export interface Proof {
  readonly random: SeededRandom
  /** One for each server: what happened to one led to nothing at another. */
  createHistory(): History
  /** Prints what was done and found. */
  report(figures: Readonly<Record<string, number | string>>): void
}

/** The size of a proof: small in every test run, as claimed under `npm run test:faults`. */
export function atScale<Size>(sizes: { readonly ci: Size; readonly full: Size }): Size {
  return sizes[config.scale]
}

/** Begins a proof and prints its seed. `LIVETYPE_FAULT_SEED` takes it. */
export function beginProof(): Proof {
  const { seed } = config
  console.info(`seed ${seed}`)
  return {
    random: createSeededRandom(seed),
    createHistory: () => createHistory(seed),
    report: (figures) =>
      console.info(
        Object.entries(figures)
          .map(([name, value]) => `${value} ${name}`)
          .join(', '),
      ),
  }
}
