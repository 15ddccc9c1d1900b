import type { Observable } from '../observable.ts'

/** What was asked for, as far as it is there; while something else is asked the answer of before stays. */
export interface Asked<Answer> {
  readonly status: 'loading' | 'ready' | 'failed'
  readonly answer: Answer | undefined
}

/** A place for answers, one at a time: the last question counts. */
export interface Asking<Answer> extends Observable<Asked<Answer>> {
  ask(question: () => Promise<Answer>): void
}

/** @see Asking. Of a question that failed the answer of before is gone: it would be taken for this one's. */
export function createAsking<Answer>(): Asking<Answer> {
  const listeners = new Set<() => void>()
  let view: Asked<Answer> = { status: 'loading', answer: undefined }
  let last = 0

  const show = (next: Asked<Answer>) => {
    view = next
    for (const listener of [...listeners]) listener()
  }
  return {
    get: () => view,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    ask(question) {
      const turn = ++last
      show({ status: 'loading', answer: view.answer })
      question().then(
        (answer) => {
          if (turn === last) show({ status: 'ready', answer })
        },
        () => {
          if (turn === last) show({ status: 'failed', answer: undefined })
        },
      )
    },
  }
}
