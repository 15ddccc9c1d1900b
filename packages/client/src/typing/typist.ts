import { graphemeCut, growingEnd } from './grapheme-cut.ts'
import { initialPace, type Pace, paceAfter, releaseLength } from './pace.ts'

/** What comes first is shown at once, up to this many UTF-16 units. */
const firstLength = 32
/** A last character that could still grow is held back this long, in milliseconds. */
const maxHoldMs = 250

/** Up to where texts that follow one another have been released. */
export interface TypedPosition {
  /** Index of the text that is being typed; those before it are out. */
  readonly index: number
  /** Length of it that is out, in UTF-16 units; never inside a character. */
  readonly length: number
}

/** Lets out texts that arrive in bursts evenly, frame by frame. */
export interface Typist {
  readonly position: TypedPosition
  /** True while something that has arrived is not out. */
  readonly isBehind: boolean
  /** Lets out what is due at `nowMs`. The texts only ever grow, the last one or by one more. */
  advance(texts: readonly string[], nowMs: number): void
  /** Lets out everything: at the end of a run, after a jump, where nobody watches. */
  flush(texts: readonly string[]): void
  /** Begins anew. */
  reset(): void
}

/** Makes a typist that has let out nothing. */
export function createTypist(): Typist {
  let position: TypedPosition = { index: 0, length: 0 }
  let pace: Pace = initialPace
  let arrivedLength = 0
  let arrivedAtMs = 0
  let credit = 0

  function take(texts: readonly string[], nowMs: number): void {
    const total = totalLength(texts)
    const arrived = total - arrivedLength
    if (arrived > 0) arrivedAtMs = nowMs
    credit += arrivedLength === 0 && total > 0 ? Math.min(total, firstLength) : 0
    arrivedLength = total
    const before = pace
    pace = paceAfter(pace, arrived, nowMs)
    credit = Math.min(pace.backlog, credit + releaseLength({ ...pace, frameAtMs: before.frameAtMs }, nowMs))
  }

  function release(texts: readonly string[], mayGrow: boolean): void {
    for (;;) {
      const text = texts[position.index] ?? ''
      const isLast = position.index >= texts.length - 1
      if (position.length === text.length && !isLast) {
        position = { index: position.index + 1, length: 0 }
        continue
      }
      const limit = Math.min(
        position.length + Math.floor(credit),
        isLast && mayGrow ? growingEnd(text, position.length) : text.length,
      )
      const length = graphemeCut(text, position.length, limit)
      const released = length - position.length
      if (released <= 0) return
      credit -= released
      pace = { ...pace, backlog: pace.backlog - released }
      position = { index: position.index, length }
    }
  }

  return {
    get position() {
      return position
    },
    get isBehind() {
      return pace.backlog > 0
    },
    advance(texts, nowMs) {
      take(texts, nowMs)
      release(texts, nowMs - arrivedAtMs < maxHoldMs)
    },
    flush(texts) {
      const last = Math.max(0, texts.length - 1)
      position = { index: last, length: texts[last]?.length ?? 0 }
      arrivedLength = totalLength(texts)
      pace = { ...pace, backlog: 0 }
      credit = 0
    },
    reset() {
      position = { index: 0, length: 0 }
      pace = initialPace
      arrivedLength = 0
      credit = 0
    },
  }
}

function totalLength(texts: readonly string[]): number {
  return texts.reduce((length, text) => length + text.length, 0)
}
