import type { DiagramColours } from '@livetype/protocol'

/** What text needs against its ground (WCAG, AA). */
const enough = 4.5

/**
 * A source may colour its boxes, and most that do think of black text: where what they chose is hard to read in the
 * colours of the page, the text becomes dark or light, whichever is easier.
 */
export function keepLegible(drawing: SVGSVGElement, { ink, paper }: DiagramColours): void {
  for (const box of drawing.querySelectorAll('g.node, g.cluster')) {
    const shape = box.querySelector('rect, polygon, circle, ellipse, path')
    const ground = shape && lightOf(getComputedStyle(shape).fill)
    if (ground === null) continue
    for (const text of box.querySelectorAll<SVGElement>('text, tspan')) {
      const own = lightOf(getComputedStyle(text).fill)
      if (own === null || contrastOf(own, ground) >= enough) continue
      const [first, second] = [ink, paper].map((colour) => contrastOf(lightOf(hexToRgb(colour)) ?? 0, ground))
      text.style.setProperty('fill', (first ?? 0) >= (second ?? 0) ? ink : paper, 'important')
    }
  }
}

function contrastOf(one: number, other: number): number {
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)
}

/** Relative luminance of a colour as browsers compute it; null: there is none. */
function lightOf(colour: string): number | null {
  const channels = /^rgba?\(([\d.]+),\s*([\d.]+),\s*([\d.]+)(?:,\s*([\d.]+))?\)$/.exec(colour)
  if (!channels || Number(channels[4] ?? 1) < 0.5) return null
  const [red = 0, green = 0, blue = 0] = channels.slice(1, 4).map((channel) => {
    const share = Number(channel) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function hexToRgb(hex: string): string {
  const value = Number.parseInt(hex.slice(1), 16)
  return `rgb(${value >> 16}, ${(value >> 8) & 255}, ${value & 255})`
}
