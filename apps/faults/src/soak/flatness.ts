import type { Sample } from './sample-server.ts'

/** Whether what a server used stayed flat. */
export interface Flatness {
  /** The line through its memory after the warm-up, from the first sample's time to the last's. */
  readonly residentGrowthBytes: number
  readonly residentMeanBytes: number
  readonly walMaxBytes: number
  /** Empty where everything is flat. */
  readonly problems: readonly string[]
}

/** Memory may wander by a part of itself: the collector decides when it gives back. */
const maxGrowthShare = 0.15
/** SQLite writes the WAL back at about 4 MB; a long reader can hold that up for a while, never for good. */
const maxWalBytes = 64 * 2 ** 20

/** Looks at the last life of the server, but for the first third of it, in which it warms up. */
export function flatnessOf(samples: readonly Sample[]): Flatness {
  const life = samples.at(-1)?.life
  const ofLife = samples.filter((sample) => sample.life === life)
  const warm = ofLife.slice(Math.ceil(ofLife.length / 3))
  const residentMeanBytes = mean(warm.map(({ residentBytes }) => residentBytes))
  const residentGrowthBytes = growth(warm.map(({ atMs, residentBytes }) => [atMs, residentBytes]))
  const walMaxBytes = Math.max(0, ...samples.map(({ walBytes }) => walBytes))
  const problems: string[] = []
  if (residentGrowthBytes > maxGrowthShare * residentMeanBytes) {
    problems.push(`memory grew by ${megabytes(residentGrowthBytes)} of ${megabytes(residentMeanBytes)} MB`)
  }
  if (walMaxBytes > maxWalBytes) problems.push(`the WAL had ${megabytes(walMaxBytes)} MB`)
  return { residentGrowthBytes, residentMeanBytes, walMaxBytes, problems }
}

/** What the line of least squares rises by from the first point to the last. */
function growth(points: readonly (readonly [x: number, y: number])[]): number {
  const meanX = mean(points.map(([x]) => x))
  const meanY = mean(points.map(([, y]) => y))
  const varianceX = mean(points.map(([x]) => (x - meanX) ** 2))
  if (varianceX === 0) return 0
  const slope = mean(points.map(([x, y]) => (x - meanX) * (y - meanY))) / varianceX
  return slope * ((points.at(-1)?.[0] ?? 0) - (points[0]?.[0] ?? 0))
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length
}

/** For people. */
export function megabytes(bytes: number): string {
  return (bytes / 2 ** 20).toFixed(1)
}
