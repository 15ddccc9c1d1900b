import { type AutoGrow, autoGrow } from '@livetype/ui'
import { type RefObject, useEffect, useRef } from 'react'

/** Keeps a text area as high as its text. */
export function useGrowth(inputRef: RefObject<HTMLTextAreaElement | null>, text: string): void {
  const growth = useRef<AutoGrow | null>(null)
  useEffect(() => {
    if (!inputRef.current) return
    const grown = autoGrow(inputRef.current)
    growth.current = grown
    return () => grown.dispose()
  }, [inputRef])
  // biome-ignore lint/correctness/useExhaustiveDependencies: a text set by code changes the height too
  useEffect(() => growth.current?.update(), [text])
}
