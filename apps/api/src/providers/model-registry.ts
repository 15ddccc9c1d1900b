import { ChatError, type Model } from '@livetype/protocol'
import type { Provider, ProviderModel } from './provider.ts'

/** A model together with who answers for it. */
export interface ResolvedModel {
  readonly provider: Provider
  readonly model: ProviderModel
}

/** All models of all providers. */
export interface ModelRegistry {
  /** What a person can choose from: in the order of the providers, demos last. */
  list(): Promise<Model[]>
  /**
   * The model with this id; without an id, the first of the list.
   * @throws {ChatError} `model-not-found`, naming what there is.
   */
  resolve(modelId: string | undefined): Promise<ResolvedModel>
}

const namedInErrors = 5

/** A registry over providers. Where two offer a model of the same id, the first provider has it. */
export function createModelRegistry(providers: readonly Provider[]): ModelRegistry {
  async function all(): Promise<ResolvedModel[]> {
    const offers = await Promise.all(
      providers.map(async (provider) => (await provider.models()).map((model) => ({ provider, model }))),
    )
    const byId = new Map<string, ResolvedModel>()
    for (const offer of offers.flat()) if (!byId.has(offer.model.id)) byId.set(offer.model.id, offer)
    return [...byId.values()].sort((a, b) => Number(a.model.isDemo) - Number(b.model.isDemo))
  }

  return {
    list: async () => (await all()).map(({ model }) => publicModel(model)),
    async resolve(modelId) {
      const offers = await all()
      const found = modelId === undefined ? offers[0] : offers.find(({ model }) => model.id === modelId)
      if (found) return found
      throw notFound(
        modelId,
        offers.map(({ model }) => model.id),
      )
    },
  }
}

function publicModel({ id, name, isDemo, description }: ProviderModel): Model {
  return { id, name, isDemo, description }
}

function notFound(modelId: string | undefined, ids: readonly string[]): ChatError {
  if (modelId === undefined) return new ChatError('model-not-found', 'No model is connected.', { isRetryable: true })
  const more = ids.length > namedInErrors ? ` and ${ids.length - namedInErrors} more` : ''
  const choice =
    ids.length === 0 ? 'No model is connected.' : `There is: ${ids.slice(0, namedInErrors).join(', ')}${more}.`
  return new ChatError('model-not-found', `The model ${modelId} is not offered here. ${choice}`)
}
