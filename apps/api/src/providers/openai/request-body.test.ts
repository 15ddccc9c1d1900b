import { describe, expect, it } from 'vitest'
import { requestBody } from './request-body.ts'

const turns = [{ role: 'system', text: 'Be brief.' } as const]

describe('requestBody', () => {
  it.each([
    ['gpt-4o', true, 'system'],
    ['gpt-5-mini', true, 'developer'],
    ['gpt-10', true, 'developer'],
    ['o3', true, 'developer'],
    ['olmo-2', true, 'system'],
    ['gpt-5-mini', false, 'system'],
  ])('for %s at OpenAI (%s) sends instructions as %s', async (modelId, isOpenAi, role) => {
    const body = await requestBody(
      { modelId, turns },
      { isOpenAi, takesStreamOptions: true, maxTokensName: 'max_tokens' },
    )
    expect(body.messages).toEqual([{ role, content: 'Be brief.' }])
  })

  it('[FILE4] shows images as data beside the text, and sends a bare text where there are none', async () => {
    const image = { name: 'a.png', mediaType: 'image/png', sizeBytes: 3, width: 1, height: 1 } as const
    const shown = {
      role: 'user',
      text: 'What is it?',
      images: [{ ...image, read: async () => Buffer.from('abc') }],
    } as const
    const body = await requestBody(
      { modelId: 'gpt-5', turns: [{ role: 'user', text: 'Hello' }, shown] },
      { isOpenAi: true, takesStreamOptions: true, maxTokensName: 'max_tokens' },
    )
    expect(body.messages).toEqual([
      { role: 'user', content: 'Hello' },
      {
        role: 'user',
        content: [
          { type: 'text', text: 'What is it?' },
          { type: 'image_url', image_url: { url: 'data:image/png;base64,YWJj' } },
        ],
      },
    ])
  })

  it('[CONFIG1] sets what was set, by the names that the server takes, and nothing else', async () => {
    const dialect = { isOpenAi: false, takesStreamOptions: false, maxTokensName: 'max_completion_tokens' } as const
    expect(await requestBody({ modelId: 'gpt-4o', turns }, dialect)).toEqual({
      model: 'gpt-4o',
      messages: [{ role: 'system', content: 'Be brief.' }],
      stream: true,
    })
    const parameters = { temperature: 0, topP: 0.5, maxTokens: 100, reasoningEffort: 'low' } as const
    expect(await requestBody({ modelId: 'gpt-4o', turns, parameters }, dialect)).toMatchObject({
      temperature: 0,
      top_p: 0.5,
      max_completion_tokens: 100,
      reasoning_effort: 'low',
    })
  })
})
