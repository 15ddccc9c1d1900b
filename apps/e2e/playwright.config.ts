import { defineConfig } from '@playwright/test'
import { findChromium } from '../../scripts/ensure-chromium.mjs'

const executablePath = findChromium()
const chromiumArgs = [
  // Without a GPU, drawing as if there were one is the slowest way to draw.
  '--disable-gpu',
  '--disable-software-rasterizer',
  // Letters have the same shape and stand at the same place on every machine: the gallery compares them.
  '--font-render-hinting=none',
  '--disable-lcd-text',
  // Chromium's sandbox refuses to work for root, as which containers often run.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
]

/** One suite, run on both clients: a test learns from its project's name which one it drives. */
export default defineConfig({
  testDir: 'src',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results/artifacts',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  // A test that passes only now and then is a failing one.
  retries: 0,
  workers: 2,
  // Generous: it tells a test that hangs, not one on a busy machine.
  timeout: 90_000,
  expect: {
    timeout: 15_000,
    // Other smoothing of edges passes; what moved by two pixels does not.
    toHaveScreenshot: { maxDiffPixelRatio: 0.0025 },
  },
  // One picture for both clients: what differs between them fails. `npm run gallery:update` takes them again.
  snapshotPathTemplate: '{testDir}/{testFileDir}/pictures/{arg}{ext}',
  updateSnapshots: 'none',
  // The counts of `npm test` come from the JSON: scripts/test.mjs agrees on its place.
  reporter: [['list'], ['json', { outputFile: 'test-results/playwright.json' }]],
  use: {
    browserName: 'chromium',
    launchOptions: { ...(executablePath && { executablePath }), args: chromiumArgs },
    locale: 'en-US',
    permissions: ['clipboard-read', 'clipboard-write'],
    screenshot: 'only-on-failure',
    // Doubles the time of a run: `--trace=on` where it is needed.
    trace: 'off',
  },
  projects: [
    { name: 'react', testIgnore: '**/plain-page/**' },
    { name: 'vue', testIgnore: '**/plain-page/**' },
    { name: 'plain', testMatch: '**/plain-page/**' },
    // What depends on the transport, once more over WebSocket.
    { name: 'react-websocket', grep: /@transports/ },
    { name: 'vue-websocket', grep: /@transports/ },
  ],
})
