export { browserFrames } from './browser-frames.ts'
export { browserTabSignals } from './tab-signals.ts'
