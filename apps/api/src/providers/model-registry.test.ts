import { ChatError } from '@livetype/protocol'
import { describe, expect, it } from 'vitest'
import { createModelRegistry, type ResolvedModel } from './model-registry.ts'
import type { Provider, ProviderModel, ReplyPart } from './provider.ts'

function fakeModel(id: string, at: string, isDemo = false): ProviderModel {
  return { id, name: id, isDemo, description: `At ${at}`, contextTokens: 100 }
}

function fakeProvider(id: string, modelIds: readonly string[], isDemo = false): Provider {
  return {
    id,
    models: async () => modelIds.map((modelId) => fakeModel(modelId, id, isDemo)),
    async *reply() {
      yield [{ type: 'text', text: id }]
    },
  }
}

/** One whose server can't be asked for its models. */
function unavailableProvider(id: string): Provider {
  const failure = new ChatError('model-unreachable', `${id}.test can't be reached.`, { isRetryable: true })
  const describe = (modelId: string) => fakeModel(modelId, id)
  return { ...fakeProvider(id, []), unavailable: () => ({ label: `${id}.test`, failure, describe }) }
}

async function replyOf({ provider, model }: ResolvedModel): Promise<readonly ReplyPart[]> {
  const request = { modelId: model.id, turns: [], signal: new AbortController().signal }
  return (await Array.fromAsync(provider.reply(request))).flat()
}

describe('createModelRegistry', () => {
  const demo = fakeProvider('demo', ['demo'], true)

  it('lists models in the order of the providers, the demo last, without what clients need not know', async () => {
    const models = await createModelRegistry([demo, fakeProvider('openai', ['a', 'b'])]).list()
    expect(models.map(({ id }) => id)).toEqual(['a', 'b', 'demo'])
    expect(models[0]).toEqual({ id: 'a', name: 'a', isDemo: false, description: 'At openai' })
  })

  it('resolves an id to its provider, and no id to the first model', async () => {
    const registry = createModelRegistry([fakeProvider('one', ['a', 'b']), fakeProvider('two', ['b', 'c']), demo])
    expect(await registry.resolve('c')).toMatchObject({
      provider: { id: 'two' },
      model: { id: 'c', contextTokens: 100 },
    })
    expect(await registry.resolve('b')).toMatchObject({ provider: { id: 'one' } })
    expect(await registry.resolve(undefined)).toMatchObject({ model: { id: 'a' } })
  })

  it('has the demo where a server offers nothing', async () => {
    expect(await createModelRegistry([fakeProvider('openai', []), demo]).resolve(undefined)).toMatchObject({
      model: { id: 'demo' },
    })
  })

  it('refuses an unknown id and names what there is', async () => {
    const registry = createModelRegistry([fakeProvider('one', ['a', 'b', 'c', 'd', 'e', 'f']), demo])
    await expect(registry.resolve('zz')).rejects.toMatchObject({
      code: 'model-not-found',
      message: 'The model zz is not offered here. There is: a, b, c, d, e and 2 more.',
    })
  })

  describe('with a server that can not be asked', () => {
    it('lists it in its place, with the reason, and never the demo as the first', async () => {
      const models = await createModelRegistry([unavailableProvider('openai'), demo]).list()
      expect(models).toEqual([
        { id: 'openai:unknown', name: 'openai.test', isDemo: false, description: "openai.test can't be reached." },
        expect.objectContaining({ id: 'demo' }),
      ])
    })

    it('[SUB5] has replies fail with the reason, without an id and with the one of the list', async () => {
      const registry = createModelRegistry([unavailableProvider('openai'), demo])
      for (const id of [undefined, 'openai:unknown']) {
        const resolved = await registry.resolve(id)
        expect(resolved.model).toMatchObject({ id: 'openai:unknown', isDemo: false })
        await expect(replyOf(resolved)).rejects.toMatchObject({
          code: 'model-unreachable',
          message: "openai.test can't be reached.",
          isRetryable: true,
        })
      }
    })

    it('lets it try an id that nobody else has', async () => {
      const registry = createModelRegistry([fakeProvider('one', ['a']), unavailableProvider('two'), demo])
      const resolved = await registry.resolve('llama')
      expect(resolved).toMatchObject({ provider: { id: 'two' }, model: { id: 'llama', contextTokens: 100 } })
      expect(await replyOf(resolved)).toEqual([{ type: 'text', text: 'two' }])
      expect(await registry.resolve('a')).toMatchObject({ provider: { id: 'one' } })
    })

    it('gives the demo to whoever names it', async () => {
      const registry = createModelRegistry([unavailableProvider('openai'), demo])
      expect(await replyOf(await registry.resolve('demo'))).toEqual([{ type: 'text', text: 'demo' }])
    })

    it('takes what was chosen then for its first model once it can be asked', async () => {
      const registry = createModelRegistry([fakeProvider('openai', ['a', 'b']), demo])
      expect(await registry.resolve('openai:unknown')).toMatchObject({ provider: { id: 'openai' }, model: { id: 'a' } })
    })
  })
})
