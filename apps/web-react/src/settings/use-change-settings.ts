import type { ChangeSettings } from '@livetype/protocol'
import { failureText, texts } from '@livetype/ui'
import { useCallback } from 'react'
import { useServices } from '../services.ts'

/** Changes settings; says so where they could not be kept. */
export function useChangeSettings(): (changes: ChangeSettings) => void {
  const { store, toaster } = useServices()
  return useCallback(
    (changes) => {
      store.changeSettings(changes).catch((error: unknown) => {
        toaster.create({ title: failureText(texts.errors.settingsFailed, error), type: 'error' })
      })
    },
    [store, toaster],
  )
}
