import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'
import { useObservable } from '../observable/use-observable.ts'
import { useServices } from '../services/services.ts'

/** The models a person can choose from, and the one that will answer next: the last choice, or the first there is. */
export function useModels() {
  const { api, modelChoice } = useServices()
  const query = useQuery({ queryKey: ['models'], queryFn: () => api.listModels() })
  const choice = useObservable(modelChoice)
  const models = computed(() => query.data.value ?? [])
  const selected = computed(() => models.value.find((model) => model.id === choice.value) ?? models.value[0])
  return {
    models,
    selected,
    isFailed: query.isError,
    choose: (modelId: string) => modelChoice.set(modelId),
  }
}
