import { constants } from 'node:os'

const orphanCheckMs = 500

/**
 * Calls back when this process is asked to end: at each signal (a second one is impatience), and once when the process
 * that started it has ended without one. The latter because npm hands a signal to the shell it runs a script in, and
 * some shells end without passing it on.
 * @param {(signal: 'SIGINT' | 'SIGTERM') => void} callback
 */
export function whenAskedToEnd(callback) {
  let isAsked = false
  /** @param {'SIGINT' | 'SIGTERM'} signal */
  const ask = (signal) => {
    isAsked = true
    callback(signal)
  }
  process.on('SIGINT', () => ask('SIGINT'))
  process.on('SIGTERM', () => ask('SIGTERM'))
  process.on('SIGHUP', () => ask('SIGTERM'))
  const parent = process.ppid
  setInterval(() => process.ppid !== parent && !isAsked && ask('SIGTERM'), orphanCheckMs).unref()
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
