import { saveFile } from '../code/code-file.ts'
import type { DiagramPicture } from './diagram-drawer.ts'

/** Text in a diagram is a little smaller than what is read around it. */
const scale = 0.92
/** A higher one is made smaller, in CSS pixels. */
const calmHeight = 640
/** What is smaller can't be read: it scrolls instead. */
const smallestScale = 0.65

/** How wide a picture is shown where there is room for it, and where there is not, as styles of its image. */
export function pictureSize({ width, height }: DiagramPicture): { inlineSize: string; minInlineSize: string } {
  const factor = Math.max(smallestScale, Math.min(scale, calmHeight / height))
  return {
    inlineSize: `${Math.round(width * factor)}px`,
    minInlineSize: `${Math.round(width * smallestScale)}px`,
  }
}

/** What a page of paper has room for (print.css), in CSS pixels: the width of A4 within its margins, and most of its height. */
const paperWidth = 670
const paperHeight = 830
/** What is smaller on paper can be read by nobody, and paper does not scroll. */
const smallestOnPaper = 0.5

/** Whether a picture is so large that paper has its source as well. */
export function needsSourceOnPaper({ width, height }: DiagramPicture): boolean {
  return Math.min(paperWidth / width, paperHeight / height) < smallestOnPaper
}

/**
 * The address of a picture as an image. It is data rather than a blob: opened by itself it has no origin, whatever is
 * in it.
 */
export function pictureAddress({ svg }: DiagramPicture): string {
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
}

/** Longest side of a picture that is saved, in pixels: browsers have no larger canvas everywhere. */
const longestSide = 8000

/** Has the browser save the picture in whose block the button stands: in pixels, twice as many as on the page. */
export async function savePicture(button: Element, fileName: string): Promise<void> {
  const image = button.closest('.code-block')?.querySelector('img')
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d')
  if (!image || !context) return
  await image.decode()
  const { naturalWidth, naturalHeight } = image
  const factor = Math.min(2, longestSide / Math.max(naturalWidth, naturalHeight))
  canvas.width = Math.round(naturalWidth * factor)
  canvas.height = Math.round(naturalHeight * factor)
  context.fillStyle = getComputedStyle(image.parentElement ?? image).backgroundColor
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.drawImage(image, 0, 0, canvas.width, canvas.height)
  const bytes = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve))
  if (bytes) saveFile(bytes, fileName)
}
