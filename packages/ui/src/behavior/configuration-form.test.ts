import type { Configuration } from '@livetype/protocol'
import { describe, expect, it } from 'vitest'
import { configurationOf, keptConfiguration } from './configuration-draft.ts'
import { formOfConfiguration, readConfigurationForm } from './configuration-form.ts'

const all: Configuration = {
  systemPrompt: ' Be kind.\n',
  temperature: 0,
  topP: 1,
  maxTokens: 5,
  reasoningEffort: 'low',
}

describe('the form of a configuration', () => {
  it.each([[{}], [all]])('gives back what it was made of: %o', (configuration) => {
    expect(readConfigurationForm(formOfConfiguration(configuration))).toEqual({ configuration, wrong: new Set() })
  })

  it('[CONFIG1] sets nothing where nothing is written', () => {
    const form = { systemPrompt: ' \n', temperature: ' ', topP: '', maxTokens: '', reasoningEffort: '' }
    expect(readConfigurationForm(form)).toEqual({ configuration: {}, wrong: new Set() })
  })

  it('takes a comma for a point, and tells what can’t be', () => {
    const form = {
      systemPrompt: 'x'.repeat(32_001),
      temperature: '0,5',
      topP: '2',
      maxTokens: '1.5',
      reasoningEffort: '?',
    }
    const { configuration, wrong } = readConfigurationForm(form)
    expect(configuration.temperature).toBe(0.5)
    expect(wrong).toEqual(new Set(['systemPrompt', 'topP', 'maxTokens']))
  })
})

describe('the configuration of a conversation to come', () => {
  it.each([[{}], [all]])('is kept as it is: %o', (configuration) => {
    expect(configurationOf(keptConfiguration(configuration))).toEqual(configuration)
  })

  it.each([null, '', '{', '{"temperature":9}'])('is empty where there is none that could be: %s', (kept) => {
    expect(configurationOf(kept)).toEqual({})
  })
})
