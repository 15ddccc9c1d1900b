import { type ImageEvent, type ShowImage, showImageSchema } from '@livetype/protocol'

/** How large an image is taken to be that does not say it. */
const unsaid = { width: 300, height: 150 }

/**
 * image.html: loads one image from elsewhere, as its parent says, and fills the frame with it.
 * @see SPEC.md IMAGE1
 */
function main(): void {
  const tell = (event: ImageEvent) => window.parent.postMessage(event, '*')
  const listen = (event: MessageEvent<unknown>) => {
    if (event.source !== window.parent) return
    const asked = showImageSchema.safeParse(event.data)
    if (!asked.success) return
    // Once: another image gets a page of its own.
    window.removeEventListener('message', listen)
    show(asked.data, tell)
  }
  window.addEventListener('message', listen)
  tell({ kind: 'ready' })
}

function show({ address, description }: ShowImage, tell: (event: ImageEvent) => void): void {
  const image = new Image()
  image.alt = description
  image.referrerPolicy = 'no-referrer'
  Object.assign(document.body.style, { margin: '0', overflow: 'hidden' })
  Object.assign(image.style, { position: 'fixed', inset: '0', width: '100%', height: '100%', objectFit: 'contain' })
  image.addEventListener('error', () => tell({ kind: 'failed' }))
  image.addEventListener('load', () => {
    const { naturalWidth, naturalHeight } = image
    tell({ kind: 'shown', ...(naturalWidth * naturalHeight === 0 ? unsaid : sizeOf(naturalWidth, naturalHeight)) })
  })
  image.src = address
  document.body.append(image)
}

const longestSide = 100_000

function sizeOf(width: number, height: number): { width: number; height: number } {
  const factor = Math.min(1, longestSide / Math.max(width, height))
  const side = (length: number) => Math.min(longestSide, Math.max(1, length * factor))
  return { width: side(width), height: side(height) }
}

main()
