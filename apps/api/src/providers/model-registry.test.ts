import { describe, expect, it } from 'vitest'
import { createModelRegistry } from './model-registry.ts'
import type { Provider } from './provider.ts'

function fakeProvider(id: string, modelIds: readonly string[], isDemo = false): Provider {
  return {
    id,
    models: async () =>
      modelIds.map((modelId) => ({ id: modelId, name: modelId, isDemo, description: `At ${id}`, contextTokens: 100 })),
    async *reply() {
      yield [{ type: 'text', text: id }]
    },
  }
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
})
