import type { LoadGenerator } from './load/load-generator.ts'
import type { StreamsJob } from './load/load-job.ts'
import type { MeasuredServer } from './servers/start-server.ts'
import { median, quantile } from './statistics.ts'

/** What one run of many streams cost one server. */
export interface StreamsMeasure {
  readonly tokensPerCpuSecond: number
  readonly tokensPerSecond: number
  /** NaN where the tokens carry no time. */
  readonly latenessP99Ms: number
  /** What the process grew by while all streams were open, for each. NaN where they never were all open. */
  readonly bytesPerStream: number
}

const sampleIntervalMs = 250

/** Runs the streams and reads what the server's process used meanwhile: its CPU, whole turns included. */
export async function measureStreams(
  load: LoadGenerator,
  server: MeasuredServer,
  job: Omit<StreamsJob, 'type' | 'target'>,
): Promise<StreamsMeasure> {
  let before = server.usage()
  const residentBytes: number[] = []
  let sampling: NodeJS.Timeout | undefined
  const sample = () => residentBytes.push(server.usage().residentBytes)
  try {
    const result = await load.streams(
      { ...job, type: 'streams', target: { kind: server.kind, url: server.url } },
      {
        onStart: () => {
          before = server.usage()
        },
        onOpen: () => {
          sampling = setInterval(sample, sampleIntervalMs)
        },
      },
    )
    const cpuSeconds = server.usage().cpuSeconds - before.cpuSeconds
    return {
      tokensPerCpuSecond: result.tokens / cpuSeconds,
      tokensPerSecond: result.tokens / result.seconds,
      latenessP99Ms: quantile(result.latenessMs, 0.99),
      bytesPerStream: (median(residentBytes) - before.residentBytes) / job.streams,
    }
  } finally {
    clearInterval(sampling)
  }
}
