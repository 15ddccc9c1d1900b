import { previewEventSchema, type ShowPreview } from '@livetype/protocol'
import { keepBlockInSight } from '../code/code-view.ts'
import { createKept } from '../code/create-kept.ts'

/** How a preview stands. */
export type PreviewState =
  | { readonly status: 'loading' }
  /** `height` is what the document needs, in CSS pixels; `isPartial`: something that it asks for is left out. */
  | { readonly status: 'shown'; readonly height: number; readonly isPartial: boolean }
  | { readonly status: 'failed' }

/** What of an iframe is used. */
export interface PreviewFrame extends Pick<Element, 'closest'> {
  src: string
  readonly contentWindow: { postMessage(message: unknown, targetOrigin: string): void } | null
  addEventListener(type: 'load', listener: () => void): void
  removeEventListener(type: 'load', listener: () => void): void
}

/** The page in which a document is drawn: without origin, network or scripts but its own. */
const previewAddress = '/sandbox/preview.html'
/** How long the page may take to come, and how long after that to say that it listens, in milliseconds. */
const comeMs = 15_000
const listenMs = 1_500

const heights = createKept(0)

/** How high the preview of this text was when it was last drawn, so that it comes back without anything moving. */
export const previewHeightAt = (text: string): number => heights.at(text)

/**
 * Draws a document into a frame, which has `sandbox="allow-scripts"` and no address yet, and tells how that goes. Of
 * what the frame says nothing is believed but how high it is. Ends with the function it returns.
 * @see SPEC.md PREVIEW1, SAFE3
 */
export function showPreview(frame: PreviewFrame, text: string, onState: (state: PreviewState) => void): () => void {
  let isThere = false
  const fail = () => onState({ status: 'failed' })
  let timer = setTimeout(fail, comeMs)
  const onLoad = () => {
    if (isThere) return
    // A browser's own page of an error loads, too: that one says nothing.
    clearTimeout(timer)
    timer = setTimeout(fail, listenMs)
  }
  const onMessage = ({ source, data }: MessageEvent<unknown>) => {
    if (source === null || source !== frame.contentWindow) return
    const event = previewEventSchema.safeParse(data)
    if (!event.success) return
    if (event.data.kind === 'ready') {
      if (isThere) return
      isThere = true
      clearTimeout(timer)
      timer = setTimeout(fail, comeMs)
      const show: ShowPreview = { kind: 'show', text }
      // A page without an origin can be named by nothing else.
      frame.contentWindow?.postMessage(show, '*')
      return
    }
    clearTimeout(timer)
    const { height, isPartial } = event.data
    const isFirst = heights.at(text) === 0
    heights.keep(text, height)
    onState({ status: 'shown', height, isPartial })
    // Whoever has just asked to see it is to see it.
    if (isFirst && frame.closest('.code-block:focus-within')) keepBlockInSight(frame)
  }
  window.addEventListener('message', onMessage)
  frame.addEventListener('load', onLoad)
  frame.src = previewAddress
  return () => {
    clearTimeout(timer)
    window.removeEventListener('message', onMessage)
    frame.removeEventListener('load', onLoad)
  }
}
