import { expect, test } from 'vitest'
import { describeDiagram, isDiagramLanguage, isLargeDiagram } from './diagram-source.ts'

test('a diagram is known by its language', () => {
  expect(['mermaid', 'Mermaid', 'mmd', 'mermaidx', '', 'js'].map(isDiagramLanguage)).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
  ])
})

test('[DIAGRAM1] what a diagram is and is called is read from its source', () => {
  expect(describeDiagram('graph TD\n A-->B')).toEqual({ kind: 'flowchart', title: '' })
  expect(describeDiagram('---\ntitle: Login\n---\n%% a note\nsequenceDiagram\n A->>B: x')).toEqual({
    kind: 'sequence',
    title: 'Login',
  })
  expect(describeDiagram('pie title Pets\n "a" : 1')).toEqual({ kind: 'pie', title: 'Pets' })
  expect(describeDiagram('stateDiagram-v2\n accTitle: Ways\n accDescr {\n  all\n  of them\n }\n a --> b')).toEqual({
    kind: 'state',
    title: 'Ways. all of them',
  })
  expect(describeDiagram('constructor\n')).toEqual({ kind: undefined, title: '' })
})

test('[DIAGRAM1] a large one waits to be asked for', () => {
  const chain = (lines: number) => `flowchart TD\n${'A-->B\n'.repeat(lines)}`
  expect([chain(149), chain(150)].map(isLargeDiagram)).toEqual([false, true])
  expect(isLargeDiagram(`mindmap\n${' a\n'.repeat(40)}`)).toBe(true)
})
