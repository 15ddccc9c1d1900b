/** How much is injected. `ci`: what fits into every test run. `full`: what is claimed. */
export type FaultScale = 'ci' | 'full'

/** What the environment says about proofs with faults. */
export interface FaultConfig {
  /** `LIVETYPE_FAULT_SCALE`; by default `ci`. */
  readonly scale: FaultScale
  /** `LIVETYPE_FAULT_SEED`, to see again what one has seen; by default a new one. */
  readonly seed: number
  /** `LIVETYPE_SOAK_MINUTES`; by default 10. */
  readonly soakMinutes: number
}

const maxSeed = 2 ** 32

/** @throws {Error} naming the variable that is wrong. */
export function readFaultConfig(environment: Record<string, string | undefined>): FaultConfig {
  const {
    LIVETYPE_FAULT_SCALE: scale = 'ci',
    LIVETYPE_FAULT_SEED: seed,
    LIVETYPE_SOAK_MINUTES: minutes = '10',
  } = environment
  if (scale !== 'ci' && scale !== 'full') throw new Error('LIVETYPE_FAULT_SCALE must be "ci" or "full".')
  const soakMinutes = Number(minutes)
  if (!(soakMinutes > 0)) throw new Error('LIVETYPE_SOAK_MINUTES must be a number above 0.')
  return { scale, seed: seed ? readSeed(seed) : Math.floor(Math.random() * maxSeed), soakMinutes }
}

function readSeed(text: string): number {
  const seed = Number(text)
  if (Number.isInteger(seed) && seed >= 0 && seed < maxSeed) return seed
  throw new Error(`LIVETYPE_FAULT_SEED must be a whole number from 0 to ${maxSeed - 1}.`)
}
