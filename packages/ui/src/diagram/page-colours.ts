import type { DiagramColours } from '@livetype/protocol'

const tokens = {
  paper: '--color-paper',
  margin: '--color-margin',
  tint: '--color-tint',
  line: '--color-line',
  lineStrong: '--color-line-strong',
  ink: '--color-ink',
  inkSoft: '--color-ink-soft',
  inkFaint: '--color-ink-faint',
  accent: '--color-accent',
  danger: '--color-danger',
} as const

/** The colours that the page has now, whatever made them so. `get` and `subscribe` make them an observable. */
export interface PageColours {
  get(): DiagramColours
  subscribe(listener: () => void): () => void
}

/** Reads the colours when they are first needed, and again when the theme, the system's or the contrast changes. */
export function createPageColours(): PageColours {
  const listeners = new Set<() => void>()
  let colours: DiagramColours | undefined
  const change = () => {
    colours = undefined
    for (const listener of [...listeners]) listener()
  }
  new MutationObserver(change).observe(document.documentElement, { attributeFilter: ['data-theme'] })
  for (const media of ['(prefers-color-scheme: dark)', '(prefers-contrast: more)']) {
    matchMedia(media).addEventListener('change', change)
  }
  return {
    get: () => {
      colours ??= readColours()
      return colours
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

function readColours(): DiagramColours {
  const probe = document.createElement('span')
  probe.hidden = true
  probe.style.forcedColorAdjust = 'none'
  document.body.append(probe)
  const read = (token: string) => {
    // A mixture in sRGB is computed as one, however its parts are written.
    probe.style.color = `color-mix(in srgb, var(${token}), var(${token}))`
    return hexOf(getComputedStyle(probe).color)
  }
  const colours = {
    paper: read(tokens.paper),
    margin: read(tokens.margin),
    tint: read(tokens.tint),
    line: read(tokens.line),
    lineStrong: read(tokens.lineStrong),
    ink: read(tokens.ink),
    inkSoft: read(tokens.inkSoft),
    inkFaint: read(tokens.inkFaint),
    accent: read(tokens.accent),
    danger: read(tokens.danger),
  }
  probe.remove()
  return { isDark: sumOf(colours.paper) < sumOf(colours.ink), ...colours }
}

/** `color(srgb 0.1 0.2 0.3)` as `#1a334d`; grey where it is written in another way. */
export function hexOf(computed: string): string {
  const channels = /^color\(srgb (-?[\d.e-]+) (-?[\d.e-]+) (-?[\d.e-]+)/.exec(computed)
  if (!channels) return '#808080'
  return `#${channels
    .slice(1)
    .map((channel) =>
      Math.round(Math.min(1, Math.max(0, Number(channel))) * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`
}

function sumOf(hex: string): number {
  return [1, 3, 5].reduce((sum, at) => sum + Number.parseInt(hex.slice(at, at + 2), 16), 0)
}
