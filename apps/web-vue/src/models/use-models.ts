import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'
import { useObservable } from '../observable/use-observable.ts'
import { useServices } from '../services/services.ts'

/** The models on offer and the one that answers next: the last choice where it is still there, else the first. */
export function useModels() {
  const { api, modelChoice } = useServices()
  const query = useQuery({ queryKey: ['model', 'list'], queryFn: () => api.listModels() })
  const choice = useObservable(modelChoice)
  const models = computed(() => query.data.value ?? [])
  const chosen = computed(() => models.value.find((model) => model.id === choice.value) ?? models.value[0])
  return {
    status: query.status,
    models,
    chosen,
    choose: (modelId: string) => modelChoice.set(modelId),
    retry: () => void query.refetch(),
  }
}
