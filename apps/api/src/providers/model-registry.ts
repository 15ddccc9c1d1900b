import { ChatError, type Model } from '@livetype/protocol'
import type { Provider, ProviderModel, ReplyPart } from './provider.ts'

/** A model together with who answers for it. */
export interface ResolvedModel {
  readonly provider: Provider
  readonly model: ProviderModel
}

/** All models of all providers. */
export interface ModelRegistry {
  /**
   * What a person can choose from: in the order of the providers, demos last. A provider that can't be asked for its
   * models has one entry all the same: the demo is never a stand-in for it.
   */
  list(): Promise<Model[]>
  /**
   * The model with this id; without an id, the first of the list. Where a provider can't be asked, an id that nobody
   * else has is taken to be of it: its replies say what is wrong.
   * @throws {ChatError} `model-not-found`, naming what there is.
   */
  resolve(modelId: string | undefined): Promise<ResolvedModel>
}

const namedInErrors = 5

/** A registry over providers. Where two offer a model of the same id, the first provider has it. */
export function createModelRegistry(providers: readonly Provider[]): ModelRegistry {
  async function all(): Promise<ResolvedModel[]> {
    const offers = await Promise.all(providers.map(offersOf))
    const byId = new Map<string, ResolvedModel>()
    for (const offer of offers.flat()) if (!byId.has(offer.model.id)) byId.set(offer.model.id, offer)
    return [...byId.values()].sort((a, b) => Number(a.model.isDemo) - Number(b.model.isDemo))
  }

  return {
    list: async () => (await all()).map(({ model }) => publicModel(model)),
    async resolve(modelId) {
      const offers = await all()
      if (modelId === undefined) {
        if (offers[0]) return offers[0]
        throw new ChatError('model-not-found', 'No model is connected.', { isRetryable: true })
      }
      const found =
        offers.find(({ model }) => model.id === modelId) ??
        // Chosen while its provider could not be asked, which may be over.
        offers.find(({ provider }) => unknownModelId(provider) === modelId)
      if (found) return found
      for (const provider of providers) {
        const model = provider.unavailable?.()?.describe(modelId)
        if (model) return { provider, model }
      }
      throw notFound(
        modelId,
        offers.map(({ model }) => model.id),
      )
    },
  }
}

/** The models of a provider; where it can't tell them, an entry whose replies fail with the reason. */
async function offersOf(provider: Provider): Promise<ResolvedModel[]> {
  const models = await provider.models()
  const unavailable = provider.unavailable?.()
  if (!unavailable) return models.map((model) => ({ provider, model }))
  const { label, failure } = unavailable
  const model = { ...unavailable.describe(unknownModelId(provider)), name: label, description: failure.message }
  return [{ provider: { ...provider, reply: () => failing(failure) }, model }]
}

/** Stands for the first model of a provider while it is not known which that is. */
function unknownModelId({ id }: Provider): string {
  return `${id}:unknown`
}

async function* failing(failure: ChatError): AsyncGenerator<readonly ReplyPart[]> {
  // A reply that fails before its first part.
  yield await Promise.reject<readonly ReplyPart[]>(failure)
}

function publicModel({ id, name, isDemo, description }: ProviderModel): Model {
  return { id, name, isDemo, description }
}

function notFound(modelId: string, ids: readonly string[]): ChatError {
  const more = ids.length > namedInErrors ? ` and ${ids.length - namedInErrors} more` : ''
  const choice =
    ids.length === 0 ? 'No model is connected.' : `There is: ${ids.slice(0, namedInErrors).join(', ')}${more}.`
  return new ChatError('model-not-found', `The model ${modelId} is not offered here. ${choice}`)
}
