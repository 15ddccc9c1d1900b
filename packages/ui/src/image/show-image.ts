import { type ImageEvent, imageEventSchema, maxImageAddressLength, type ShowImage } from '@livetype/protocol'
import { keepBlockInSight } from '../code/code-view.ts'

/** How an image of a reply stands. */
export type ImageState =
  /** It is its address, which nobody has been asked for. */
  | { readonly status: 'link' }
  | { readonly status: 'loading' }
  /** Its own size, in CSS pixels. */
  | { readonly status: 'shown'; readonly width: number; readonly height: number }
  | { readonly status: 'failed' }

/** What of an iframe is used. */
export interface ImageFrame extends Pick<Element, 'closest'> {
  src: string
  toggleAttribute(name: string, isSet: boolean): unknown
  readonly contentWindow: { postMessage(message: unknown, targetOrigin: string): void } | null
  addEventListener(type: 'load', listener: () => void): void
  removeEventListener(type: 'load', listener: () => void): void
}

/** What a press of the button by an image leads to: what is loading is waited for. */
export function nextOfImage(state: ImageState): ImageState {
  if (state.status === 'loading') return state
  return { status: state.status === 'shown' ? 'link' : 'loading' }
}

/** The page in which an image is loaded: without origin, and with no network but for images. */
const pageAddress = '/sandbox/image.html'
/** How long the page may take to come, how long after that to say that it listens, and the image, in milliseconds. */
const comeMs = 15_000
const listenMs = 1_500
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
  let isThere = false
  let isOver = false
  let isWithoutCredentials = true
  let timer: ReturnType<typeof setTimeout>
  const wait = (ms: number, then: () => void) => {
    clearTimeout(timer)
    timer = setTimeout(then, ms)
  }
  const fail = () => onState({ status: 'failed' })
  const openPage = () => {
    wait(comeMs, fail)
    // In a browser that knows this, no cookie of any kind goes with what the page loads.
    frame.toggleAttribute('credentialless', isWithoutCredentials)
    frame.src = pageAddress
  }
  const openWithCredentials = async () => {
    const needsThem = isWithoutCredentials && (await needsCredentials())
    if (isOver || isThere) return
    if (!needsThem) return fail()
    isWithoutCredentials = false
    openPage()
  }
  const onSilence = () => void openWithCredentials()
  const onLoad = () => {
    // A browser's own page of an error loads, too: that one says nothing.
    if (!isThere) wait(listenMs, onSilence)
  }
  const onMessage = ({ source, data }: MessageEvent<unknown>) => {
    if (source === null || source !== frame.contentWindow) return
    const event = imageEventSchema.safeParse(data)
    if (event.success) onEvent(event.data)
  }
  const onEvent = (event: ImageEvent) => {
    if (event.kind === 'ready') {
      if (isThere) return
      isThere = true
      wait(loadMs, fail)
      const show: ShowImage = { kind: 'show', ...image, address: new URL(image.address).href }
      // A page without an origin can be named by nothing else.
      frame.contentWindow?.postMessage(show, '*')
      return
    }
    clearTimeout(timer)
    if (event.kind === 'failed') return fail()
    const isLookedAt = isInView(frame.closest('.image-loader'))
    onState({ status: 'shown', width: event.width, height: event.height })
    // Whoever waits for it is to see it; whoever has gone on reading stays there.
    if (isLookedAt) keepBlockInSight(frame)
  }
  window.addEventListener('message', onMessage)
  frame.addEventListener('load', onLoad)
  openPage()
  return () => {
    isOver = true
    clearTimeout(timer)
    window.removeEventListener('message', onMessage)
    frame.removeEventListener('load', onLoad)
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
