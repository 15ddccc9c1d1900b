import type { Model } from '@livetype/protocol'
import { comparedModels, keepComparison } from '@livetype/ui'
import { useServices } from '../services.ts'
import { trpc } from '../trpc.ts'
import { useObservable } from '../use-observable.ts'

/** The models on offer and the one that answers next: the last choice where it is still there, else the first. */
export function useModels(): {
  readonly status: 'pending' | 'error' | 'success'
  readonly models: readonly Model[]
  readonly chosen: Model | undefined
  readonly choose: (modelId: string) => void
  /** Those that answer next, side by side; none where one does. */
  readonly compared: readonly Model[]
  /** Lets these answer side by side; one of them alone is chosen. */
  readonly compare: (modelIds: readonly string[]) => void
  /** Who answers next, for a command. */
  readonly asked: { readonly modelId?: string; readonly modelIds?: readonly string[] }
  readonly retry: () => void
} {
  const { modelChoice, comparison } = useServices()
  const query = trpc.model.list.useQuery()
  const choice = useObservable(modelChoice)
  const models = query.data ?? []
  const chosen = models.find((model) => model.id === choice) ?? models[0]
  const compared = comparedModels(useObservable(comparison), models)
  return {
    status: query.status,
    models,
    chosen,
    choose: modelChoice.set,
    compared,
    compare(modelIds) {
      keepComparison(comparison, modelIds)
      const [only, ...others] = modelIds
      if (only !== undefined && others.length === 0) modelChoice.set(only)
    },
    asked: compared.length > 0 ? { modelIds: compared.map(({ id }) => id) } : chosen ? { modelId: chosen.id } : {},
    retry: () => void query.refetch(),
  }
}
