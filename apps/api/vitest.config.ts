import { defineConfig } from 'vitest/config'

// Tests start real processes: on a busy machine that takes a while.
export default defineConfig({ test: { testTimeout: 60_000, hookTimeout: 60_000 } })
