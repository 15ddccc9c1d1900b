/** What the service is told by its environment and its command line. */
export interface Config {
  readonly baseUrl: string
  readonly apiKey: string | undefined
  /** Which model summarises; without it, the server's first. */
  readonly model: string | undefined
  /** The text file to summarise. */
  readonly path: string
}

/** @throws {Error} where no file is named. */
export function readConfig(environment: NodeJS.ProcessEnv, [path]: readonly string[]): Config {
  if (path === undefined) throw new Error('Name a text file to summarise: npm start -- notes.txt')
  return {
    baseUrl: environment.LIVETYPE_URL ?? 'http://127.0.0.1:3000',
    apiKey: environment.LIVETYPE_API_KEY,
    model: environment.LIVETYPE_MODEL,
    path,
  }
}
