import { copiedMs, copyText, texts } from '@livetype/ui'
import { useCallback, useContext, useEffect, useRef, useState } from 'react'
import { ServicesContext } from '../services.ts'

/** Copies what `read` returns; `isCopied` holds for a moment after it worked. */
export function useCopy(read: () => string): { isCopied: boolean; copy: () => void } {
  // A shared page has no services, and nowhere to say more.
  const toaster = useContext(ServicesContext)?.toaster
  const [isCopied, setCopied] = useState(false)
  const timer = useRef<number | undefined>(undefined)
  useEffect(() => () => window.clearTimeout(timer.current), [])

  const copy = useCallback(async () => {
    if (!(await copyText(read()))) {
      toaster?.create({ title: texts.actions.copyFailed, type: 'error' })
      return
    }
    setCopied(true)
    window.clearTimeout(timer.current)
    timer.current = window.setTimeout(() => setCopied(false), copiedMs)
  }, [read, toaster])
  return { isCopied, copy: () => void copy() }
}
