import type { Configuration } from '@livetype/protocol'
import { configurationOf } from '@livetype/ui'
import { useMemo } from 'react'
import { useServices } from '../services.ts'
import { useObservable } from '../use-observable.ts'

/** What is set for the conversation to come. */
export function useConfigurationDraft(): Configuration {
  const { configurationDraft } = useServices()
  const kept = useObservable(configurationDraft)
  return useMemo(() => configurationOf(kept), [kept])
}
