import type { Part } from '@livetype/protocol'
import { createMarkdownStream, type MarkdownStream } from '../markdown/markdown-stream.ts'
import type { TypedPosition } from '../typing/typist.ts'
import type { PartView } from './reply-view.ts'

/** Length of the end of a text by which it is known again, in UTF-16 units. */
const endLength = 64

/** How far the parts of a reply are out. */
export interface TypedParts {
  readonly parts: readonly Part[]
  readonly position: TypedPosition
  /** Which part is being written to. */
  readonly growingIndex: number
  /** False once nothing can follow. */
  readonly isRunning: boolean
  /** Whether what is new has only just come. */
  readonly isLive: boolean
}

/** The parts of one reply on their way to the eye. What has been read is not read again. */
export interface ReplyParts {
  /** The views of the parts as far as they are out; the same array until it changes. */
  update(typed: TypedParts): readonly PartView[]
  /** Whether `parts` go on from those of the last update. Looks at their ends alone. */
  continues(parts: readonly Part[]): boolean
  /** Whether some of the text that is out is not read yet: update again at the next frame. */
  readonly isBehind: boolean
  reset(): void
}

interface PartState {
  readonly type: Part['type']
  readonly markdown: MarkdownStream | null
  /** How much of the text has been taken, and how that ended. */
  length: number
  end: string
  view: PartView
}

/**
 * Makes the parts of a reply that has none yet. `clock`: monotonic milliseconds, by which reading stays short; `now`:
 * epoch milliseconds, by which the time that a model thinks is shown.
 */
export function createReplyParts({ clock, now }: { clock: () => number; now: () => number }): ReplyParts {
  let states: PartState[] = []
  let views: readonly PartView[] = []
  let hasEnded = false

  return {
    update({ parts, position, growingIndex, isRunning, isLive }) {
      const visible = parts.slice(0, position.index + 1)
      for (const [index, part] of visible.entries()) {
        const state = states[index] ?? begin(part, { index, clock, startedAt: isLive ? now() : part.startedAt })
        states[index] = state
        take(state, part.text.slice(0, index < position.index ? undefined : position.length))
        state.view = viewOf(state, part, { isOpen: isRunning && index === growingIndex, isRunning })
      }
      hasEnded ||= !isRunning
      const next = states.filter((state) => state.length > 0).map((state) => state.view)
      if (next.length !== views.length || next.some((view, index) => view !== views[index])) views = next
      return views
    },
    continues(parts) {
      if (parts.length < states.length) return false
      return states.every((state, index) => {
        const part = parts[index]
        if (part?.type !== state.type || part.text.length < state.length) return false
        // A markdown stream that has ended takes no more.
        if (hasEnded && part.text.length > state.length) return false
        return part.text.startsWith(state.end, state.length - state.end.length)
      })
    },
    get isBehind() {
      return states.some((state) => state.markdown?.isBehind)
    },
    reset() {
      states = []
      views = []
      hasEnded = false
    },
  }
}

function begin(
  { type }: Part,
  { index, clock, startedAt = null }: { index: number; clock: () => number; startedAt: number | null | undefined },
): PartState {
  const key = String(index)
  switch (type) {
    case 'text':
      return { type, markdown: createMarkdownStream({ clock }), length: 0, end: '', view: { key, type, blocks: [] } }
    case 'reasoning': {
      const view: PartView = { key, type, text: '', isOpen: false, startedAt, durationMs: null }
      return { type, markdown: null, length: 0, end: '', view }
    }
  }
}

function take(state: PartState, text: string): void {
  if (text.length <= state.length) return
  state.markdown?.append(text.slice(state.length))
  state.length = text.length
  state.end = text.slice(-endLength)
}

function viewOf(
  state: PartState,
  part: Part,
  { isOpen, isRunning }: { isOpen: boolean; isRunning: boolean },
): PartView {
  const { view, markdown } = state
  if (view.type === 'text' || part.type === 'text') {
    if (view.type !== 'text') return view
    const blocks = (isRunning ? markdown?.blocks() : markdown?.end()) ?? []
    return blocks === view.blocks ? view : { ...view, blocks }
  }
  const text = view.text.length === state.length ? view.text : part.text.slice(0, state.length)
  const { durationMs = null } = part
  const isSame = text === view.text && isOpen === view.isOpen && durationMs === view.durationMs
  return isSame ? view : { ...view, text, isOpen, durationMs }
}
