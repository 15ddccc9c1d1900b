import { constants } from 'node:os'

const orphanCheckMs = 500

/**
 * Calls back once when this process is asked to end: by a signal, or by the end of the process that started it.
 * The latter because npm hands a signal to the shell it runs a script in, and some shells end without passing it on.
 * @param {(signal: NodeJS.Signals) => void} callback
 */
export function whenAskedToEnd(callback) {
  let isAsked = false
  /** @param {NodeJS.Signals} signal */
  const ask = (signal) => {
    if (isAsked) return
    isAsked = true
    callback(signal)
  }
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, ask)
  const parent = process.ppid
  setInterval(() => process.ppid !== parent && ask('SIGTERM'), orphanCheckMs).unref()
}

/**
 * Signals a child started with `detached: ownsGroup`, and all it started.
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
export function signalGroup(child, signal) {
  if (child.pid === undefined) return
  if (!ownsGroup) {
    child.kill(signal)
    return
  }
  try {
    process.kill(-child.pid, signal)
  } catch (error) {
    const hasEnded = error instanceof Error && 'code' in error && error.code === 'ESRCH'
    if (!hasEnded) throw error
  }
}

/** Whether children get a process group of their own: then Ctrl-C reaches them once, through their parent. */
export const ownsGroup = process.platform !== 'win32'

/**
 * The exit code that stands for how a process ended.
 * @param {number | null} code
 * @param {NodeJS.Signals | null} signal
 */
export function exitCodeOf(code, signal) {
  return code ?? 128 + (signal ? constants.signals[signal] : 0)
}
