import type { ChangeSettings } from '@livetype/protocol'
import { failureText, texts } from '@livetype/ui'
import { useServices } from '../services/services.ts'

/** Changes settings; says so where they could not be kept. */
export function useChangeSettings(): (changes: ChangeSettings) => void {
  const { store, toaster } = useServices()
  return (changes) => {
    store.changeSettings(changes).catch((error: unknown) => {
      toaster.error({ title: failureText(texts.errors.settingsFailed, error) })
    })
  }
}
