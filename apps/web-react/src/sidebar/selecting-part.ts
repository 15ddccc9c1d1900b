import { createLatePart } from '@livetype/ui'

/** Selecting in the list: its bar, and what pointer and keys do. */
export const selecting = createLatePart(async () => {
  const [{ SelectionBar }, { beginSelecting, listenForSelecting }] = await Promise.all([
    import('./selection-bar.tsx'),
    import('@livetype/ui/later'),
  ])
  return { SelectionBar, beginSelecting, listenForSelecting }
})
