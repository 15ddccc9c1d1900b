/** What runs, fetches, frames or leads away, whatever the policies say of it: not all of it they stop. */
const leftOut = [
  'script, link, meta, base, iframe, frame, object, embed, portal, fencedframe, template',
  'animate[attributeName*="href" i], set[attributeName*="href" i]',
].join()
/** Styles that ask for something that is not in the document, which the policy refuses them. */
const foreignStyle = /@import|url\(\s*["']?(?!["'\s]*(?:#|data:))/i

/** Attributes whose address, where it is no data of the document's own, would be asked for or gone to. */
const addresses = new Set([
  'action',
  'background',
  'data',
  'formaction',
  'href',
  'manifest',
  'ping',
  'poster',
  'src',
  'srcdoc',
  'xlink:href',
])

/**
 * Puts a document into this page in place of what is there: nodes that have been read without running anything, and of
 * them only those that show something. Links lead within the document or nowhere. Returns the document's root.
 */
export function drawDocument(text: string): { isPartial: boolean; root: HTMLElement } {
  const read = new DOMParser().parseFromString(text, 'text/html')
  let isPartial = read.querySelector('script') !== null
  isPartial ||= [...read.querySelectorAll('style')].some(({ textContent }) => foreignStyle.test(textContent))
  for (const element of read.querySelectorAll(leftOut)) {
    if (element.matches('iframe, frame, object, embed, link[href]')) isPartial = true
    element.remove()
  }
  for (const element of read.querySelectorAll('*')) isPartial = cleanAttributes(element) || isPartial
  const own = document.adoptNode(read.documentElement)
  const picture = pictureOf(own)
  if (picture) setInMiddle(picture)
  // Before: what a document names may stand where the methods of this page's own were.
  window.addEventListener('click', followWithin)
  document.documentElement.replaceWith(own)
  return { isPartial, root: own }
}

/** Takes from an element what runs or leads elsewhere. Returns whether that shows. */
function cleanAttributes(element: Element): boolean {
  let isPartial = false
  for (const { name, value } of [...element.attributes]) {
    // Of several addresses the first tells nothing of the others.
    if (name.startsWith('on') || name === 'srcset' || name === 'imagesrcset') {
      element.removeAttribute(name)
      isPartial = true
    } else if (name === 'autofocus') {
      element.removeAttribute(name)
    } else if (addresses.has(name)) {
      isPartial = cleanAddress(element, { name, value }) || isPartial
    } else {
      // Asked for by a style, or by an attribute that is one: the policy refuses it.
      isPartial ||= foreignStyle.test(value)
    }
  }
  return isPartial
}

function cleanAddress(element: Element, { name, value }: { name: string; value: string }): boolean {
  if (isOwn(value)) return false
  // A link keeps its looks and its place in the order of Tab.
  if (element.localName === 'a' && name !== 'ping') {
    element.setAttribute(name, '#')
    return false
  }
  element.removeAttribute(name)
  return true
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
