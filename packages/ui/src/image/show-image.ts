import { imageEventSchema, maxImageAddressLength, type ShowImage } from '@livetype/protocol'
import { keepBlockInSight } from '../code/code-view.ts'
import { comeMs, openSandboxPage, type SandboxFrame } from '../sandbox/open-sandbox-page.ts'

/** How an image of a reply stands. */
export type ImageState =
  /** It is its address, which nobody has been asked for. */
  | { readonly status: 'link' }
  | { readonly status: 'loading' }
  /** Its own size, in CSS pixels. */
  | { readonly status: 'shown'; readonly width: number; readonly height: number }
  | { readonly status: 'failed' }

/** What of an iframe is used. */
export interface ImageFrame extends SandboxFrame, Pick<Element, 'closest'> {
  toggleAttribute(name: string, isSet: boolean): unknown
}

/** What a press of the button by an image leads to: what is loading is waited for. */
export function nextOfImage(state: ImageState): ImageState {
  if (state.status === 'loading') return state
  return { status: state.status === 'shown' ? 'link' : 'loading' }
}

/** The page in which an image is loaded: without origin, and with no network but for images. */
const pageAddress = '/sandbox/image.html'
/** How long an image may take to come, in milliseconds. */
const loadMs = 60_000

/** Whether a page that came over this protocol, such as `https:`, can load the image of an address. */
export function isLoadableImage(address: string, pageProtocol: string): boolean {
  if (address.length > maxImageAddressLength || !URL.canParse(address)) return false
  const { protocol } = new URL(address)
  // Over plain HTTP an image is only loaded where nothing else is any better.
  return protocol === 'https:' || (protocol === 'http:' && pageProtocol === 'http:')
}

/**
 * Loads an image into a frame, which has `sandbox="allow-scripts"` and no address yet, and tells how that goes. Of what
 * the frame says nothing is believed but how large the image is. Ends with the function it returns.
 * @see SPEC.md IMAGE1, SAFE3
 */
export function showImage(
  frame: ImageFrame,
  image: { readonly address: string; readonly description: string },
  onState: (state: ImageState) => void,
): () => void {
  let isOver = false
  const message: ShowImage = { kind: 'show', ...image, address: new URL(image.address).href }
  const onFailure = () => onState({ status: 'failed' })
  const open = (isWithoutCredentials: boolean) => {
    // In a browser that knows this, no cookie of any kind goes with what the page loads.
    frame.toggleAttribute('credentialless', isWithoutCredentials)
    return openSandboxPage(frame, {
      address: pageAddress,
      message,
      answerMs: loadMs,
      read: (data) => imageEventSchema.safeParse(data).data ?? null,
      onAnswer(answer) {
        if (answer.kind === 'failed') return onFailure()
        const isLookedAt = isInView(frame.closest('.image-loader'))
        onState({ status: 'shown', width: answer.width, height: answer.height })
        // Whoever waits for it is to see it; whoever has gone on reading stays there.
        if (isLookedAt) keepBlockInSight(frame)
      },
      onFailure,
      onSilence: () => (isWithoutCredentials ? void openWithCredentials() : onFailure()),
    })
  }
  const openWithCredentials = async () => {
    const areNeeded = await needsCredentials()
    if (isOver || page.isListening()) return
    if (!areNeeded) return onFailure()
    page.close()
    page = open(false)
  }
  let page = open(true)
  return () => {
    isOver = true
    page.close()
  }
}

/** Whether a proxy in front of the server asks for what the person gave the browser, such as a password. */
async function needsCredentials(): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(comeMs)
    const answer = await fetch(pageAddress, { credentials: 'omit', redirect: 'manual', signal })
    return answer.status === 401 || answer.type === 'opaqueredirect'
  } catch {
    return false
  }
}

function isInView(element: Element | null): boolean {
  const box = element?.getBoundingClientRect()
  return box !== undefined && box.bottom > 0 && box.top < window.innerHeight
}

/** Highest image, in hundredths of the view's height. */
const highest = 70

/** How large the frame of an image is, as styles: its own size, where there is so much room, in its own proportions. */
export function imageSize(state: ImageState): { inlineSize: string; aspectRatio: string } | undefined {
  if (state.status !== 'shown') return undefined
  const { width, height } = state
  const byHeight = ((highest * width) / height).toFixed(2)
  return { inlineSize: `min(${width}px, 100%, ${byHeight}vh)`, aspectRatio: `${width} / ${height}` }
}
