import type { Logger } from 'pino'
import type { Config } from '../config.ts'

/** From here on waiting for the disk can be seen in how replies are typed, in milliseconds. */
const slowFsyncMs = 20

const promises: Record<Config['durability'], string> = {
  power: 'what was shown survives a power cut: each commit waits for the disk',
  process: 'what was shown survives the end of the process, but the last moments may be lost in a power cut',
}

/** Says what the setting promises and what it costs on this disk. @param fsyncMs undefined where it is not known. */
export function reportDurability(
  logger: Logger,
  { durability, fsyncMs }: { durability: Config['durability']; fsyncMs: number | undefined },
): void {
  const details = { durability, ...(fsyncMs !== undefined && { fsyncMs: Math.round(fsyncMs * 100) / 100 }) }
  logger.info(details, `durability "${durability}": ${promises[durability]}`)
  if (durability === 'power' && fsyncMs !== undefined && fsyncMs > slowFsyncMs) {
    logger.warn(
      details,
      `this disk takes ${Math.round(fsyncMs)} ms to keep a write, and every commit waits for it: replies come in jerks under load. A faster disk for LIVETYPE_DATA_DIR helps, or LIVETYPE_DURABILITY=process, which does not wait`,
    )
  }
}
