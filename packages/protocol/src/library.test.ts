import { describe, expect, it } from 'vitest'
import { emptyWorkspace, foldWorkspace, workspaceFromSnapshot } from './fold-workspace.ts'
import { emptyLibrary, foldLibrary, type Prompt, promptNameSchema } from './library.ts'

const prompt = (id: string, position: number): Prompt => ({ id, name: id, title: '', body: 'text', position })

describe('a library', () => {
  it('is in order of the positions, whatever the order of the events', () => {
    const events = [3, 1, 2].map((position, index) => ({
      type: 'prompt-saved' as const,
      seq: index + 1,
      prompt: prompt(`prompt-${position}`, position),
    }))
    const state = events.reduce(foldWorkspace, emptyWorkspace)
    expect(state.library.prompts.map(({ id }) => id)).toEqual(['prompt-1', 'prompt-2', 'prompt-3'])
    const snapshot = { conversations: [], library: state.library, settings: state.settings, cursor: '1:3', seq: 3 }
    expect(workspaceFromSnapshot(snapshot)).toEqual(state)
  })

  it('is not changed by what is not about it', () => {
    expect(foldLibrary(emptyLibrary, { type: 'conversation-deleted' })).toBe(emptyLibrary)
    expect(foldLibrary(emptyLibrary, { type: 'prompt-deleted', promptId: 'prompt-1' })).toEqual(emptyLibrary)
  })

  it.each(['code-review', 'über', '翻译', '2do'])('has a prompt named %s', (name) => {
    expect(promptNameSchema.safeParse(name).success).toBe(true)
  })

  it.each(['', 'Code', '-a', 'a b', 'a/b', 'a'.repeat(41)])('has none named "%s"', (name) => {
    expect(promptNameSchema.safeParse(name).success).toBe(false)
  })
})
