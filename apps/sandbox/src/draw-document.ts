/** What runs, fetches, frames or leads away, whatever the policies say of it: not all of it they stop. */
const leftOut = [
  'script, link, meta, base, iframe, frame, object, embed, portal, fencedframe, template',
  'animate[attributeName*="href" i], set[attributeName*="href" i]',
].join()
/** Styles that ask for something from elsewhere, which the policy refuses them. */
const foreignStyle = /@import|url\(\s*["']?(?:https?:)?\/\//i

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
  isPartial ||= [...read.querySelectorAll('style')].some(({ textContent }) => foreignStyle.test(textContent))
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
  const picture = pictureOf(own)
  if (picture) setInMiddle(picture)
  document.documentElement.replaceWith(own)
  document.addEventListener('click', followWithin)
  return { isPartial }
}

/** Within the document, or a picture that stands in it. */
function isOwn(address: string): boolean {
  return /^\s*(?:#|data:(?:image|font)\/)/i.test(address)
}

/** The drawing that is all of a document. */
function pictureOf(root: HTMLElement): SVGSVGElement | undefined {
  const [first, ...others] = root.querySelector('body')?.children ?? []
  return first instanceof SVGSVGElement && others.length === 0 ? first : undefined
}

/** As large as there is room, where it does not say itself that it is smaller. */
function setInMiddle(picture: SVGSVGElement): void {
  picture.style.display = 'block'
  picture.style.marginInline = 'auto'
  if (!picture.hasAttribute('viewBox')) return
  picture.style.maxInlineSize = '100%'
  picture.style.maxBlockSize = '26rem'
  picture.style.blockSize = 'auto'
}

/** Past the browser, which would add a step to the history of the whole tab. */
function followWithin(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest('a, area') : null
  if (!link) return
  event.preventDefault()
  const name = (link.getAttribute('href') ?? link.getAttribute('xlink:href') ?? '').trim().slice(1)
  if (name !== '') document.getElementById(name)?.scrollIntoView({ block: 'nearest' })
}
