import { describe, expect, it } from 'vitest'
import { defaultValues, fillPrompt, promptParts, promptVariables } from './prompt-variables.ts'

describe('the variables of a prompt', () => {
  it('are asked for once each, in their order, with the first default there is', () => {
    const body = 'Explain {{topic}} to {{ reader = a child }}: {{topic=quinces}}, {{topic=plums}}.'
    expect(promptVariables(body)).toEqual([
      { name: 'topic', defaultValue: 'quinces' },
      { name: 'reader', defaultValue: 'a child' },
    ])
    expect(defaultValues(body)).toEqual({ topic: 'quinces', reader: 'a child' })
  })

  it('have names in any script, of several words', () => {
    expect(promptVariables('{{Größe}} {{zwei Wörter}} {{話題}} {{snake_case-1}}').map(({ name }) => name)).toEqual([
      'Größe',
      'zwei Wörter',
      '話題',
      'snake_case-1',
    ])
  })

  it('are nothing else that has braces', () => {
    const body = '{{}} {{ }} {x} {{a.b}} {{ a | upper }} {{{a}}} {{=x}} {{a\nb}} { { x } }'
    expect(promptVariables(body).map(({ name }) => name)).toEqual(['a'])
    expect(fillPrompt(body, {})).toBe(body.replace('{{a}}', ''))
    expect(promptParts('plain')).toEqual(['plain'])
    expect(promptParts('')).toEqual([])
  })

  it('are filled in everywhere, over several lines, and what was filled in stays as it is', () => {
    const filled = fillPrompt('{{a}}-{{a=x}}\n{{b}}', { a: '{{b}} $& $1', b: 'two\nlines' })
    expect(filled).toBe('{{b}} $& $1-{{b}} $& $1\ntwo\nlines')
  })

  it('that are named like a property of every object are variables like others', () => {
    const body = '{{constructor}} {{__proto__}}'
    expect(promptVariables(body)).toHaveLength(2)
    expect(fillPrompt(body, defaultValues(body))).toBe(' ')
  })
})
