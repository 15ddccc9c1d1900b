import { findChromium } from '../../../../scripts/ensure-chromium.mjs'

const executablePath = findChromium()

/** The browser that is measured: the one of the browser tests. */
export const chromiumOptions = {
  ...(executablePath !== undefined && { executablePath }),
  args: [
    // Without a GPU, drawing as if there were one is the slowest way to draw.
    '--disable-gpu',
    '--disable-software-rasterizer',
    // Chromium's sandbox refuses to work for root, as which containers often run.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ],
}
