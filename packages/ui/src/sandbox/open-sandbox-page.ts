/** What of an iframe is used. */
export interface SandboxFrame {
  src: string
  readonly contentWindow: { postMessage(message: unknown, targetOrigin: string): void } | null
  addEventListener(type: 'load', listener: () => void): void
  removeEventListener(type: 'load', listener: () => void): void
}

/** Said by a page once it listens. */
interface Ready {
  readonly kind: 'ready'
}

/** A page of the sandbox that shows one thing: it says that it listens, is told what to show, and answers. */
export interface SandboxPage<Said> {
  readonly address: string
  /** What it is told to show. */
  readonly message: object
  /** How long the page may take over its answer, in milliseconds. */
  readonly answerMs: number
  /** Reads what the page says; null where that is nothing it could say. */
  readonly read: (data: unknown) => Said | null
  readonly onAnswer: (answer: Exclude<Said, Ready>) => void
  /** The page does not come, or does not answer. */
  readonly onFailure: () => void
  /** Some page has come and does not say that it listens, such as a browser's own page of an error. */
  readonly onSilence: () => void
}

/** How long the page may take to come, and how long after that to say that it listens, in milliseconds. */
export const comeMs = 15_000
const listenMs = 1_500

/**
 * Opens a page of the sandbox in a frame, which has `sandbox="allow-scripts"`. Only what comes from this very frame is
 * heard. @see SPEC.md SAFE3
 */
export function openSandboxPage<Said extends { readonly kind: string }>(
  frame: SandboxFrame,
  page: SandboxPage<Said>,
): { isListening(): boolean; close(): void } {
  let isListening = false
  let timer = setTimeout(page.onFailure, comeMs)
  const wait = (ms: number, then: () => void) => {
    clearTimeout(timer)
    timer = setTimeout(then, ms)
  }
  const onLoad = () => {
    if (!isListening) wait(listenMs, page.onSilence)
  }
  const onReady = () => {
    if (isListening) return
    isListening = true
    wait(page.answerMs, page.onFailure)
    // A page without an origin can be named by nothing else.
    frame.contentWindow?.postMessage(page.message, '*')
  }
  const onMessage = ({ source, data }: MessageEvent<unknown>) => {
    if (source === null || source !== frame.contentWindow) return
    const said = page.read(data)
    if (said === null) return
    if (!isAnswer(said)) return onReady()
    clearTimeout(timer)
    page.onAnswer(said)
  }
  window.addEventListener('message', onMessage)
  frame.addEventListener('load', onLoad)
  frame.src = page.address
  return {
    isListening: () => isListening,
    close() {
      clearTimeout(timer)
      window.removeEventListener('message', onMessage)
      frame.removeEventListener('load', onLoad)
    },
  }
}

function isAnswer<Said extends { readonly kind: string }>(said: Said): said is Exclude<Said, Ready> {
  return said.kind !== 'ready'
}
