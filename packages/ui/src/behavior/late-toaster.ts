import type { LatePart } from './late-part.ts'

/** A short note at the edge of the page. */
export interface ToastOptions {
  readonly title: string
  readonly description?: string
  readonly type: 'info' | 'success' | 'error'
  /** How long it stays, in milliseconds. */
  readonly duration?: number
  readonly action?: { readonly label: string; readonly onClick: () => void }
}

/** Shows toasts. */
export interface ToastSink {
  create(toast: ToastOptions): unknown
}

/** Shows toasts, from the first moment. */
export interface LateToaster {
  create(toast: ToastOptions): void
  success(toast: Omit<ToastOptions, 'type'>): void
  error(toast: Omit<ToastOptions, 'type'>): void
}

/**
 * A toaster that can be used before what shows toasts is there: it fetches that, and what was said until then is shown
 * in its order. Where it can't be fetched, all waits for the next toast or until it is there for another reason.
 */
export function createLateToaster(late: LatePart<{ readonly toaster: ToastSink }>): LateToaster {
  let waiting: ToastOptions[] = []

  function show(): void {
    const part = late.get()
    if (!part) return
    const shown = waiting
    waiting = []
    for (const toast of shown) part.toaster.create(toast)
  }
  late.subscribe(show)

  function create(toast: ToastOptions): void {
    waiting.push(toast)
    show()
    if (waiting.length > 0) late.load().catch(() => undefined)
  }
  return {
    create,
    success: (toast) => create({ ...toast, type: 'success' }),
    error: (toast) => create({ ...toast, type: 'error' }),
  }
}
