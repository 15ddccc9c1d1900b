import { defineConfig } from '@playwright/test'
import { findChromium } from '../../scripts/ensure-chromium.mjs'

const executablePath = findChromium()

/** One suite, run on both clients: a test learns from its project's metadata which one it drives and where that one is served. */
export default defineConfig({
  testDir: 'src',
  outputDir: 'test-results/artifacts',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  // A test that passes only now and then is a failing one.
  retries: 0,
  workers: 2,
  timeout: 30_000,
  expect: { timeout: 10_000 },
  // The counts of `npm test` come from the JSON: scripts/test.mjs agrees on its place.
  reporter: [['list'], ['json', { outputFile: 'test-results/playwright.json' }]],
  use: {
    browserName: 'chromium',
    launchOptions: { ...(executablePath && { executablePath }) },
    locale: 'en-US',
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
  },
  projects: [
    { name: 'react', metadata: { path: '/' } },
    { name: 'vue', metadata: { path: '/vue/' } },
  ],
})
