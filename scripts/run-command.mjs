import { spawn } from 'node:child_process'
import { delimiter, join } from 'node:path'
import { root } from './root.mjs'

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd] the repository's root by default
 * @property {Record<string, string | undefined>} [env] added to this process's
 * @property {'show' | 'collect'} [output] shown as it comes (default), or collected and returned
 * @property {number} [timeoutMs] after which it is ended
 */

/** @typedef {{ code: number, output: string }} RunResult a code of 0 means that it went well; 127, that it could not be run */

/**
 * Runs a command with the installed tools first on its PATH, never reading from the terminal.
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<RunResult>}
 */
export function runCommand(command, args, { cwd = root, env = {}, output = 'show', timeoutMs } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...toolEnvironment(), ...env },
      stdio: output === 'show' ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
      ...(timeoutMs !== undefined && { timeout: timeoutMs }),
    })
    /** @type {Buffer[]} */
    const chunks = []
    child.stdout?.on('data', (chunk) => chunks.push(chunk))
    child.stderr?.on('data', (chunk) => chunks.push(chunk))
    child.on('error', (error) => resolve({ code: 127, output: error.message }))
    child.on('close', (code) => resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString() }))
  })
}

/** This process's environment with node_modules/.bin first on the PATH and the tools' telemetry off. */
export function toolEnvironment() {
  const pathName = Object.keys(process.env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH'
  const folders = [join(root, 'node_modules', '.bin'), process.env[pathName] ?? '']
  return {
    ...process.env,
    [pathName]: folders.join(delimiter),
    TURBO_TELEMETRY_DISABLED: '1',
    TURBO_NO_UPDATE_NOTIFIER: '1',
    DO_NOT_TRACK: '1',
  }
}
