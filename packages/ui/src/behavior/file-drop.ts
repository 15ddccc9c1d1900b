import { bringsFiles } from './files-from.ts'

/**
 * Takes files that are dropped anywhere on the page, until the returned function is called. Elsewhere, a browser would
 * leave the page for the file. What lies over the page (`isOnTop`) takes them before the page does.
 */
export function listenForDroppedFiles(options: {
  /** Files have come over the page, or left it. */
  onOver(isOver: boolean): void
  onFiles(files: readonly File[]): void
  isOnTop?: boolean
}): () => void {
  /** Each element that a drag enters and leaves says so. */
  let depth = 0
  const isTaken = (event: DragEvent) => {
    if (!bringsFiles(event.dataTransfer)) return false
    event.preventDefault()
    if (options.isOnTop) event.stopPropagation()
    return true
  }
  const setDepth = (next: number) => {
    const wasOver = depth > 0
    depth = Math.max(0, next)
    if (wasOver !== depth > 0) options.onOver(depth > 0)
  }
  const listeners = {
    dragenter: (event: DragEvent) => isTaken(event) && setDepth(depth + 1),
    dragover: (event: DragEvent) => {
      if (isTaken(event) && event.dataTransfer) event.dataTransfer.dropEffect = 'copy'
    },
    dragleave: (event: DragEvent) => isTaken(event) && setDepth(depth - 1),
    drop: (event: DragEvent) => {
      if (!isTaken(event)) return
      setDepth(0)
      options.onFiles([...(event.dataTransfer?.files ?? [])])
    },
  }
  const end = new AbortController()
  for (const type of ['dragenter', 'dragover', 'dragleave', 'drop'] as const) {
    window.addEventListener(type, listeners[type], {
      signal: end.signal,
      // On its way down an event comes here first.
      capture: options.isOnTop ?? false,
    })
  }
  return () => {
    end.abort()
    setDepth(0)
  }
}
