import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { FirstTokenJob, LoadCommand, LoadReport, StreamsJob, StreamsResult } from './load-job.ts'

/** The load generator's process. One job at a time. */
export interface LoadGenerator extends Disposable {
  /** @param moments called just before the load begins, and when every stream has had its first token. */
  streams(job: StreamsJob, moments: { onStart(): void; onOpen(): void }): Promise<StreamsResult>
  /** Milliseconds to the first token, by target and turn. */
  firstToken(job: FirstTokenJob): Promise<readonly (readonly number[])[]>
}

/** Starts the process. @throws {Error} from its calls where a stream lost, repeated or reordered a token. */
export function startLoadGenerator(): LoadGenerator {
  const child = fork(fileURLToPath(new URL('main.ts', import.meta.url)))
  let onReport: (report: LoadReport) => void = () => {}
  child.on('message', (message: LoadReport) => onReport(message))

  const run = <Result>(command: LoadCommand, take: (report: LoadReport, done: (result: Result) => void) => void) =>
    new Promise<Result>((resolve, reject) => {
      const onExit = (code: number | null, signal: NodeJS.Signals | null) =>
        reject(new Error(`The load generator ended (${signal ?? code}).`))
      child.once('exit', onExit)
      const done = (result: Result) => {
        child.off('exit', onExit)
        resolve(result)
      }
      onReport = (report) => {
        if (report.type === 'failed') reject(new Error(`A stream was not whole: ${report.message}`))
        else take(report, done)
      }
      child.send(command)
    })

  return {
    streams: (job, moments) =>
      run<StreamsResult>(job, (report, done) => {
        if (report.type === 'prepared') {
          moments.onStart()
          child.send({ type: 'go' } satisfies LoadCommand)
        }
        if (report.type === 'open') moments.onOpen()
        if (report.type === 'streams-done') done(report.result)
      }),
    firstToken: (job) =>
      run<readonly (readonly number[])[]>(job, (report, done) => {
        if (report.type === 'prepared') child.send({ type: 'go' } satisfies LoadCommand)
        if (report.type === 'first-token-done') done(report.firstTokenMs)
      }),
    [Symbol.dispose]: () => {
      child.kill()
    },
  }
}
