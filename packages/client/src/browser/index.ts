export { browserFrames } from './browser-frames.ts'
