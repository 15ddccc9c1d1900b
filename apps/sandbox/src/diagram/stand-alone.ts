/** A drawing as a document of its own: it has a size, and nothing in it that an image would show differently. */
export function standAlone(drawing: SVGSVGElement): { svg: string; width: number; height: number } {
  // Where there is such a label there is one without HTML beside it.
  for (const label of drawing.querySelectorAll('switch > foreignObject')) label.remove()
  const { width, height } = drawing.viewBox.baseVal
  drawing.removeAttribute('style')
  drawing.setAttribute('width', String(width))
  drawing.setAttribute('height', String(height))
  return { svg: new XMLSerializer().serializeToString(drawing), width, height }
}
