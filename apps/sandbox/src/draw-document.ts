/** What runs, fetches or frames, whatever the policy says of it: a prefetch, for one, asks past every policy. */
const leftOut = 'script, link, meta, base, iframe, frame, object, embed, portal, fencedframe, template'

/** Attributes whose address, where it is no data of the document's own, would be asked for or gone to. */
const addresses = new Set([
  'action',
  'background',
  'data',
  'formaction',
  'href',
  'imagesizes',
  'manifest',
  'ping',
  'poster',
  'src',
  'srcdoc',
  'srcset',
  'xlink:href',
])

/**
 * Puts a document into this page in place of what is there: nodes that have been read without running anything, and of
 * them only those that show something. Links lead within the document or nowhere.
 */
export function drawDocument(text: string): { isPartial: boolean } {
  const read = new DOMParser().parseFromString(text, 'text/html')
  let isPartial = read.querySelector('script') !== null
  for (const element of read.querySelectorAll(leftOut)) {
    if (element.matches('iframe, frame, object, embed, link[href]')) isPartial = true
    element.remove()
  }
  for (const element of read.querySelectorAll('*')) {
    for (const { name, value } of [...element.attributes]) {
      if (name.startsWith('on')) {
        element.removeAttribute(name)
        isPartial = true
      } else if (name === 'autofocus') {
        element.removeAttribute(name)
      } else if (addresses.has(name) && !isOwn(value)) {
        // A link keeps its looks and its place in the order of Tab.
        if (element.localName === 'a' && name !== 'ping') element.setAttribute(name, '#')
        else {
          element.removeAttribute(name)
          isPartial = true
        }
      }
    }
  }
  const own = document.adoptNode(read.documentElement)
  own.style.colorScheme ||= 'light'
  if (isPicture(own)) own.style.cssText += 'display:grid;place-items:center'
  document.documentElement.replaceWith(own)
  document.addEventListener('click', followWithin)
  return { isPartial }
}

/** Within the document, or a picture that stands in it. */
function isOwn(address: string): boolean {
  return /^\s*(?:#|data:(?:image|font)\/)/i.test(address)
}

/** An SVG alone, which stands in the middle. */
function isPicture(root: HTMLElement): boolean {
  const [first, ...others] = root.querySelector('body')?.children ?? []
  return first?.localName === 'svg' && others.length === 0
}

/** Past the browser, which would add a step to the history of the whole tab. */
function followWithin(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest('a, area') : null
  if (!link) return
  event.preventDefault()
  const name = (link.getAttribute('href') ?? link.getAttribute('xlink:href') ?? '').trim().slice(1)
  if (name !== '') document.getElementById(name)?.scrollIntoView({ block: 'nearest' })
}
