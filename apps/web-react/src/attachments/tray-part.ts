import { createLatePart } from '@livetype/ui'

/** What is attached to what is being written: it comes after the first paint. */
export const trayPart = createLatePart(async () => (await import('./attachment-tray.tsx')).AttachmentTray)
