import { type PreviewEvent, showPreviewSchema } from '@livetype/protocol'
import { drawDocument } from './draw-document.ts'
import { watchHeight } from './watch-height.ts'

/**
 * preview.html: draws one document of a reply, as its parent says. It says nothing that came from the document but how
 * high it is.
 * @see SPEC.md PREVIEW1
 */
function main(): void {
  const tell = (event: PreviewEvent) => window.parent.postMessage(event, '*')
  const listen = (event: MessageEvent<unknown>) => {
    if (event.source !== window.parent) return
    const asked = showPreviewSchema.safeParse(event.data)
    if (!asked.success) return
    // Once: another document gets a page of its own.
    window.removeEventListener('message', listen)
    const { isPartial, root } = drawDocument(asked.data.text)
    watchHeight(root, (height) => tell({ kind: 'shown', height, isPartial }))
  }
  window.addEventListener('message', listen)
  tell({ kind: 'ready' })
}

main()
