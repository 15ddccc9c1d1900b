import { comparedModels, keepComparison } from '@livetype/ui'
import { computed } from 'vue'
import { useObservable } from '../observable/use-observable.ts'
import { useServices } from '../services/services.ts'

/** The models on offer and the one that answers next: the last choice where it is still there, else the first. */
export function useModels() {
  const { models: list, modelChoice, comparison } = useServices()
  const view = useObservable(list)
  const choice = useObservable(modelChoice)
  const models = computed(() => (view.value.status === 'success' ? view.value.models : []))
  const chosen = computed(() => models.value.find((model) => model.id === choice.value) ?? models.value[0])
  const stored = useObservable(comparison)
  /** Those that answer next, side by side; none where one does. */
  const compared = computed(() => comparedModels(stored.value, models.value))
  /** Who answers next, for a command. */
  const asked = computed((): { modelId?: string; modelIds?: readonly string[] } => {
    if (compared.value.length > 0) return { modelIds: compared.value.map(({ id }) => id) }
    return chosen.value ? { modelId: chosen.value.id } : {}
  })
  /** Lets these answer side by side; one of them alone is chosen. */
  function compare(modelIds: readonly string[]) {
    keepComparison(comparison, modelIds)
    const [only, ...others] = modelIds
    if (only !== undefined && others.length === 0) modelChoice.set(only)
  }
  return {
    compared,
    asked,
    compare,
    status: computed(() => view.value.status),
    models,
    chosen,
    choose: (modelId: string) => modelChoice.set(modelId),
    retry: list.refresh,
  }
}
