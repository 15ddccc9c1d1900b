import { previewEventSchema, type ShowPreview } from '@livetype/protocol'
import { keepBlockInSight } from '../code/code-view.ts'
import { createKept } from '../code/create-kept.ts'
import { comeMs, openSandboxPage, type SandboxFrame } from '../sandbox/open-sandbox-page.ts'

/** How a preview stands. */
export type PreviewState =
  | { readonly status: 'loading' }
  /** `height` is what the document needs, in CSS pixels; `isPartial`: something that it asks for is left out. */
  | { readonly status: 'shown'; readonly height: number; readonly isPartial: boolean }
  | { readonly status: 'failed' }

/** What of an iframe is used. */
export interface PreviewFrame extends SandboxFrame, Pick<Element, 'closest'> {}

/** The page in which a document is drawn: without origin, network or scripts but its own. */
const previewAddress = '/sandbox/preview.html'

const heights = createKept(0)

/** How high the preview of this text was when it was last drawn, so that it comes back without anything moving. */
export const previewHeightAt = (text: string): number => heights.at(text)

/**
 * Draws a document into a frame, which has `sandbox="allow-scripts"` and no address yet, and tells how that goes. Of
 * what the frame says nothing is believed but how high it is. Ends with the function it returns.
 * @see SPEC.md PREVIEW1, SAFE3
 */
export function showPreview(frame: PreviewFrame, text: string, onState: (state: PreviewState) => void): () => void {
  const onFailure = () => onState({ status: 'failed' })
  const message: ShowPreview = { kind: 'show', text }
  const page = openSandboxPage(frame, {
    address: previewAddress,
    message,
    answerMs: comeMs,
    read: (data) => previewEventSchema.safeParse(data).data ?? null,
    onAnswer({ height, isPartial }) {
      const isFirst = heights.at(text) === 0
      heights.keep(text, height)
      onState({ status: 'shown', height, isPartial })
      // Whoever has just asked to see it is to see it.
      if (isFirst && frame.closest('.code-block:focus-within')) keepBlockInSight(frame)
    },
    onFailure,
    onSilence: onFailure,
  })
  return () => page.close()
}
