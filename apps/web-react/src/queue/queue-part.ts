import { createLatePart } from '@livetype/ui'

/** The messages that wait until a reply is done: they come after the first paint. */
export const queuePart = createLatePart(async () => (await import('./queued-messages.tsx')).QueuedMessages)
