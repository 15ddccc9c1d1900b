import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Config, readConfig } from '../config.ts'

/** A folder for one test's data. */
export function makeDataDir(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'livetype-api-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

/** The environment of a test's server: a free port, its own data, a demo that types fast, and a model server if given. */
export function testEnvironment(dataDir: string, modelBaseUrl?: string): Record<string, string> {
  return {
    PORT: '0',
    LIVETYPE_DATA_DIR: dataDir,
    LIVETYPE_DURABILITY: 'process',
    LIVETYPE_LOG_LEVEL: 'silent',
    LIVETYPE_DEMO_TOKENS_PER_SECOND: '100000',
    LIVETYPE_MAX_RUNS: '1000',
    LIVETYPE_MAX_RUNS_PER_OWNER: '1000',
    ...(modelBaseUrl && { OPENAI_BASE_URL: modelBaseUrl, OPENAI_MODELS: 'echo', OPENAI_API_KEY: 'test-key' }),
  }
}

/** The same as a checked configuration. */
export function testConfig(dataDir: string, changes: Record<string, string> = {}): Config {
  return readConfig({ ...testEnvironment(dataDir), ...changes }, dataDir)
}
