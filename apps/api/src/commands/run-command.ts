/** A command was not written as it should be. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** Runs a command; what goes wrong is one sentence and exit code 1, or 2 with the usage where the wording is wrong. */
export async function runCommand(usage: string, command: () => Promise<void>): Promise<void> {
  try {
    await command()
  } catch (error) {
    const isUsage = error instanceof UsageError || isUnknownOption(error)
    const message = error instanceof Error ? error.message : String(error)
    process.stderr.write(isUsage ? `${message}\n\n${usage}\n` : `${message}\n`)
    process.exitCode = isUsage ? 2 : 1
  }
}

/** Aborts when the process is asked to end, so that nothing half done is left. */
export function endSignal(): AbortSignal {
  const controller = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => controller.abort(new Error(`Ended by ${signal}; nothing was written.`)))
  }
  return controller.signal
}

function isUnknownOption(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
}
