import type { Model } from '@livetype/protocol'
import { useServices } from '../services.ts'
import { trpc } from '../trpc.ts'
import { useObservable } from '../use-observable.ts'

/** The models on offer and the one that answers next: the last choice where it is still there, else the first. */
export function useModels(): {
  readonly status: 'pending' | 'error' | 'success'
  readonly models: readonly Model[]
  readonly chosen: Model | undefined
  readonly choose: (modelId: string) => void
  readonly retry: () => void
} {
  const { modelChoice } = useServices()
  const query = trpc.model.list.useQuery()
  const choice = useObservable(modelChoice)
  const models = query.data ?? []
  return {
    status: query.status,
    models,
    chosen: models.find((model) => model.id === choice) ?? models[0],
    choose: modelChoice.set,
    retry: () => void query.refetch(),
  }
}
