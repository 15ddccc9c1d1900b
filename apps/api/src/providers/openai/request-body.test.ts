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
  ])('for %s at OpenAI (%s) sends instructions as %s', (modelId, isOpenAi, role) => {
    const body = requestBody({ modelId, turns }, { isOpenAi, takesStreamOptions: true })
    expect(body.messages).toEqual([{ role, content: 'Be brief.' }])
  })
})
