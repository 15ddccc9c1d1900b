import type { DiagramColours, DrawDiagram } from '@livetype/protocol'
import { expect, test } from 'vitest'
import { createDiagramDrawer, type DiagramFrameListener } from './diagram-drawer.ts'

const colour = '#ffffff'
const light: DiagramColours = {
  isDark: false,
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

/** Frames that say what they are told to. */
function createFakeFrames() {
  const asked: DrawDiagram[] = []
  const waits = new Set<() => void>()
  let listener: DiagramFrameListener | undefined
  let made = 0
  let closed = 0
  const drawer = createDiagramDrawer({
    openFrame(opened) {
      made += 1
      listener = opened
      return { draw: (question) => asked.push(question), close: () => (closed += 1) }
    },
    fontFamily: () => 'sans-serif',
    after(_, callback) {
      waits.add(callback)
      return () => waits.delete(callback)
    },
  })
  return {
    drawer,
    asked,
    counts: () => ({ made, closed, waits: waits.size }),
    say: (data: unknown) => listener?.onMessage(data),
    fallSilent: () => listener?.onSilence(),
    runOut: () => [...waits].map((wait) => wait()),
  }
}

const drawn = (id: number) => ({ kind: 'drawn', id, svg: `<svg>${id}</svg>`, width: 10, height: 10 })

test('[DIAGRAM1] one frame is asked for one diagram at a time, and for each once', async () => {
  const frames = createFakeFrames()
  const outcomes = ['a', 'b', 'a'].map((source) => frames.drawer.draw(source, light))
  expect(frames.asked).toEqual([])
  frames.say({ kind: 'ready' })
  expect(frames.asked.map(({ source }) => source)).toEqual(['a'])
  frames.say(drawn(1))
  frames.say({ kind: 'unreadable', id: 2, reason: 'why' })
  const picture = { svg: '<svg>1</svg>', width: 10, height: 10, isDark: false }
  const first = { kind: 'drawn', picture }
  expect(await Promise.all(outcomes)).toEqual([first, { kind: 'unreadable', reason: 'why' }, first])
  expect(frames.drawer.kept('a', light)).toEqual(first)
  expect(frames.drawer.kept('a', { ...light, isDark: true })).toBeUndefined()
  expect([frames.asked.length, frames.counts()]).toEqual([2, { made: 1, closed: 0, waits: 0 }])
})

test('[DIAGRAM1] a drawing that takes too long ends with its frame, and what waits gets another', async () => {
  const frames = createFakeFrames()
  const slow = frames.drawer.draw('slow', light)
  const next = frames.drawer.draw('next', light)
  frames.say({ kind: 'ready' })
  frames.runOut()
  expect(await slow).toEqual({ kind: 'failed' })
  expect(frames.counts()).toEqual({ made: 2, closed: 1, waits: 1 })
  frames.say({ kind: 'ready' })
  // What comes late is not taken for another.
  frames.say(drawn(1))
  frames.say(drawn(2))
  expect(await next).toMatchObject({ kind: 'drawn', picture: { svg: '<svg>2</svg>' } })
})

test('[DIAGRAM1] where the page does not come nothing waits, and what says something else is left', async () => {
  const frames = createFakeFrames()
  const outcomes = ['a', 'b'].map((source) => frames.drawer.draw(source, light))
  frames.fallSilent()
  expect(await Promise.all(outcomes)).toEqual([{ kind: 'failed' }, { kind: 'failed' }])
  const other = frames.drawer.draw('a', light)
  frames.say({ kind: 'ready' })
  frames.say({ kind: 'drawn', id: 2, svg: 1 })
  expect(await other).toEqual({ kind: 'failed' })
  expect(frames.counts()).toEqual({ made: 2, closed: 2, waits: 0 })
})
