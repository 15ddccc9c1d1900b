import { fileURLToPath } from 'node:url'
import type { BrowserContext } from '@playwright/test'

/** Where a page finds the fonts of the gallery: of its own origin, so that the content policy lets them in. */
const fontPath = '/gallery-fonts/'

const rubik = import.meta.resolve('@fontsource-variable/rubik/index.css')
const jetbrainsMono = import.meta.resolve('@fontsource-variable/jetbrains-mono/index.css')

const faces = [
  {
    family: 'Gallery Sans',
    file: 'rubik-latin-wght-normal',
    style: 'normal',
    range: 'U+0-2FF, U+2000-20CF, U+2100-22FF',
  },
  {
    family: 'Gallery Sans',
    file: 'rubik-latin-wght-italic',
    style: 'italic',
    range: 'U+0-2FF, U+2000-20CF, U+2100-22FF',
  },
  { family: 'Gallery Sans', file: 'rubik-hebrew-wght-normal', style: 'normal', range: 'U+590-5FF' },
  { family: 'Gallery Sans', file: 'rubik-arabic-wght-normal', style: 'normal', range: 'U+600-6FF' },
  { family: 'Gallery Mono', file: 'jetbrains-mono-latin-wght-normal', style: 'normal', range: 'U+0-2FF, U+2000-22FF' },
] as const

const fontFaces = faces.map(
  ({ family, file, style, range }) =>
    `@font-face { font-family: "${family}"; font-style: ${style}; font-weight: 300 800; font-display: block;
      src: url("${fontPath}${file}.woff2"); unicode-range: ${range} }`,
)

/** What is the machine's own affair elsewhere: fonts, and bars that scroll. */
const fixedStyles = [
  ...fontFaces,
  ':root { --font-sans: "Gallery Sans"; --font-mono: "Gallery Mono" }',
  '* { scrollbar-width: none !important }',
].join('\n')

/** Makes the pages of a context look the same on every machine: fonts of packages, and a clock that stands still. */
export async function fixLook(context: BrowserContext, now: number): Promise<void> {
  await context.clock.setFixedTime(now)
  await context.route(`**${fontPath}*`, (route) => {
    const name = new URL(route.request().url()).pathname.slice(fontPath.length)
    return route.fulfill({ path: fontFile(name), contentType: 'font/woff2' })
  })
  // Through the object model: what is written so needs no leave of the content policy.
  await context.addInitScript((styles) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(styles)
    document.adoptedStyleSheets.push(sheet)
  }, fixedStyles)
}

function fontFile(name: string): string {
  return fileURLToPath(new URL(`files/${name}`, name.startsWith('rubik') ? rubik : jetbrainsMono))
}
