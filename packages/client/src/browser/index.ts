export { browserFrames } from './browser-frames.ts'
export { createBrowserClient } from './create-browser-client.ts'
export { recentMessages } from './recent-messages.ts'
export { browserTabSignals } from './tab-signals.ts'
