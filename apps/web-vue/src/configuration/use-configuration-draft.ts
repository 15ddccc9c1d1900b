import type { Configuration } from '@livetype/protocol'
import { configurationOf } from '@livetype/ui'
import { type ComputedRef, computed } from 'vue'
import { useObservable } from '../observable/use-observable.ts'
import { useServices } from '../services/services.ts'

/** What is set for the conversation to come. */
export function useConfigurationDraft(): ComputedRef<Configuration> {
  const { configurationDraft } = useServices()
  const kept = useObservable(configurationDraft)
  return computed(() => configurationOf(kept.value))
}
