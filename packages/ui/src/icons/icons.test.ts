import { expect, test } from 'vitest'
import { icons } from './icons.ts'

test('every icon has something to draw, and nothing but shapes', () => {
  const shapes = new Set(['path', 'rect', 'circle', 'line', 'polyline', 'polygon', 'ellipse'])
  for (const [name, node] of Object.entries(icons)) {
    expect(node.length, name).toBeGreaterThan(0)
    for (const [tag] of node) expect(shapes, name).toContain(tag)
  }
})
