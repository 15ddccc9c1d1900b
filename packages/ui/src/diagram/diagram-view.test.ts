import { type DiagramColours, maxDiagramLength } from '@livetype/protocol'
import { expect, test } from 'vitest'
import { laterTexts } from '../texts/later/later-texts.ts'
import { createDiagramView, diagramNote, hasTwoFaces } from './diagram-view.ts'

const colour = '#000000'
const colours: DiagramColours = {
  isDark: true,
  paper: colour,
  margin: colour,
  tint: colour,
  line: colour,
  lineStrong: colour,
  ink: colour,
  inkSoft: colour,
  inkFaint: colour,
  accent: colour,
  danger: colour,
}

/** A diagram of a source of that many characters on one line, and how many drawings were asked for. */
function openDiagram(length: number) {
  let asked = 0
  const view = createDiagramView('x'.repeat(length), {
    colours: { get: () => colours, subscribe: () => () => {} },
    drawer: {
      kept: () => undefined,
      draw() {
        asked += 1
        return Promise.resolve({ kind: 'failed' })
      },
    },
  })
  return { view, asked: () => asked }
}

test('[DIAGRAM1] one that is too long to be drawn says so, and is offered no more', () => {
  const { view, asked } = openDiagram(maxDiagramLength + 1)
  view.draw()
  expect(asked()).toBe(0)
  expect(diagramNote(view.get())).toEqual({ text: laterTexts.rich.diagram.tooLong, canDraw: false })
  expect(hasTwoFaces(view.get())).toBe(false)
})

test('[DIAGRAM1] one that could not be drawn says so, and can be asked for again', async () => {
  const { view, asked } = openDiagram(maxDiagramLength)
  view.draw()
  await Promise.resolve()
  expect(diagramNote(view.get())).toEqual({ text: laterTexts.rich.diagram.failed, canDraw: true })
  expect(hasTwoFaces(view.get())).toBe(true)
  view.draw()
  expect(asked()).toBe(2)
})
