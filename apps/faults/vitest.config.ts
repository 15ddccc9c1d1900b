import { defineConfig } from 'vitest/config'

// One proof at a time: each keeps the machine busy, and measures what it does to the server.
export default defineConfig({
  test: {
    fileParallelism: false,
    globalSetup: './src/stage/build-server.ts',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 20_000 } },
  },
})
