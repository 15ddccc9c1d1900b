import type { BrowserContext, Page } from '@playwright/test'

/** Collects what text of others may never bring about in a page. */
export interface DangerWatch {
  /** Scripts that ran, requests to other origins, dialogs, and elements that could do either, however short they stood. */
  readonly found: readonly string[]
}

/** Watches all pages of a context, from their first script on. @param origin of the server. */
export async function watchDangers(context: BrowserContext, origin: string): Promise<DangerWatch> {
  const found: string[] = []
  const isOwn = (url: string) => /^(?:data|blob):/.test(url) || new URL(url).host === new URL(origin).host
  await context.exposeFunction('hit', (what?: unknown) => void found.push(`ran: ${String(what)}`))
  await context.exposeFunction('reportDanger', (what: unknown) => void found.push(`drawn: ${String(what)}`))
  context.on('request', (request) => {
    if (!isOwn(request.url())) found.push(`asked: ${request.url()}`)
  })
  // Nothing leaves this machine, also where a test fails.
  await context.route(
    (url) => !isOwn(url.href),
    (route) => route.fulfill({ contentType: 'text/html', body: '<title>Elsewhere</title>' }),
  )
  context.on('page', (page) => {
    page.on('dialog', (dialog) => {
      found.push(`asked the person: ${dialog.message()}`)
      void dialog.dismiss()
    })
    page.on('websocket', (socket) => {
      if (!isOwn(socket.url())) found.push(`asked: ${socket.url()}`)
    })
  })
  await context.addInitScript(reportDangerousElements)
  return { found }
}

/** Waits until what the page has reported so far is told. */
export async function settle(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))))
}

/**
 * Runs in the page: looks at each element that comes and each attribute that changes, and reports what could run or
 * fetch. The client's own elements never have any of this but files of its server, its scripts and styles, and frames
 * without an origin for pages of the sandbox.
 */
function reportDangerousElements(): void {
  // In the frames that draw what a model wrote, elements come and go; what they run and ask is watched all the same.
  if (window.origin === 'null') return
  const ownFrame = '[sandbox="allow-scripts"][src^="/sandbox/"]:not([srcdoc], [allow])'
  const tags =
    `iframe:not(${ownFrame}), frame, object, embed, applet, base, form[action], meta[http-equiv], portal, fencedframe, audio, video, ` +
    'source, track, picture, foreignObject, animate, set, marquee, template[shadowrootmode]'
  const addresses = ['src', 'srcset', 'data', 'poster', 'background', 'ping', 'action', 'formaction', 'srcdoc']
  const isOurs = (address: string) =>
    URL.canParse(address, location.href) && new URL(address, location.href).origin === location.origin
  const report = (element: Element, why: string) =>
    Reflect.get(window, 'reportDanger')(`${why}: ${element.outerHTML.slice(0, 200)}`)
  const look = (element: Element) => {
    if (element.matches(tags)) report(element, 'element')
    for (const { name, value } of element.attributes) {
      if (name.startsWith('on')) report(element, 'handler')
      if (addresses.includes(name) && !isOurs(value) && !/^(?:blob:|data:image\/)/.test(value)) report(element, name)
      if (name === 'style' && /url\(|expression/i.test(value)) report(element, name)
      if (name !== 'href' && name !== 'xlink:href') continue
      const protocol = URL.canParse(value, location.href) && new URL(value, location.href).protocol
      const isLink = element.localName === 'a' && protocol && ['http:', 'https:', 'mailto:'].includes(protocol)
      if (!isLink && !value.startsWith('#') && !isOurs(value)) report(element, name)
    }
  }
  const observer = new MutationObserver((records) => {
    for (const { type, target, addedNodes } of records) {
      if (type === 'attributes' && target instanceof Element) look(target)
      for (const node of addedNodes) {
        if (node instanceof Element) for (const element of [node, ...node.querySelectorAll('*')]) look(element)
      }
    }
  })
  observer.observe(document, { subtree: true, childList: true, attributes: true })
}
