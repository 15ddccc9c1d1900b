import type { DiagramFrame, DiagramFrameListener } from './diagram-drawer.ts'

/** How long a page that has been loaded may take to say that it listens. */
const silenceMs = 2000

/**
 * Puts the frame of diagrams on the page, out of sight but laid out, since texts are measured in it. Its page has no
 * origin and no network; what it says counts only if it comes from this very frame.
 */
export function openDiagramFrame(listener: DiagramFrameListener): DiagramFrame {
  const element = document.createElement('iframe')
  element.className = 'diagram-frame'
  element.setAttribute('sandbox', 'allow-scripts')
  element.setAttribute('aria-hidden', 'true')
  element.tabIndex = -1
  element.src = '/sandbox/diagram.html'
  let silence: ReturnType<typeof setTimeout> | undefined
  const onMessage = (event: MessageEvent<unknown>) => {
    if (event.source === null || event.source !== element.contentWindow) return
    clearTimeout(silence)
    element.removeEventListener('load', onLoad)
    listener.onMessage(event.data)
  }
  const onLoad = () => {
    silence = setTimeout(() => listener.onSilence(), silenceMs)
  }
  window.addEventListener('message', onMessage)
  element.addEventListener('load', onLoad)
  document.body.append(element)
  return {
    // Its origin is none, so that no other can be named.
    draw: (question) => element.contentWindow?.postMessage(question, '*'),
    close() {
      clearTimeout(silence)
      window.removeEventListener('message', onMessage)
      element.remove()
    },
  }
}
