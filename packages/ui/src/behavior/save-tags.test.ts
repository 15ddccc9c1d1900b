import type { ConversationSummary, FilingChanges } from '@livetype/protocol'
import { expect, test } from 'vitest'
import { saveTags } from './save-tags.ts'
import { addTag, removeTag, tagFormOf } from './tag-form.ts'

const times = { createdAt: 0, updatedAt: 0, runningCount: 0, titleOrigin: 'user' as const }
const river: ConversationSummary = { id: 'river', title: 'River', tags: ['work'], ...times }
const lamp: ConversationSummary = { id: 'lamp', title: 'Lamp', ...times }

function recorded(refusal?: Error) {
  const filed: [readonly string[], FilingChanges][] = []
  const said: { title: string; undo: () => void }[] = []
  const failed: unknown[] = []
  const saving = {
    async file(ids: readonly string[], changes: FilingChanges) {
      filed.push([ids, changes])
      if (refusal) throw refusal
    },
    say: (title: string, undo: () => void) => void said.push({ title, undo }),
    fail: (error: unknown) => void failed.push(error),
  }
  return { filed, said, failed, saving }
}
const settled = () => new Promise((resolve) => setImmediate(resolve))

test('several conversations get their tags in one command, and an undo gives each what it had', async () => {
  const { filed, said, saving } = recorded()
  const both = [river, lamp]
  saveTags(both, addTag(removeTag(tagFormOf(both), 'work'), 'home'), saving)
  await settled()
  expect(filed).toEqual([[['river', 'lamp'], { addTags: ['home'], removeTags: ['work'] }]])
  expect(said.map(({ title }) => title)).toEqual([expect.stringContaining('2')])
  said[0]?.undo()
  await settled()
  expect(filed.slice(1)).toEqual([
    [['river'], { addTags: ['work'], removeTags: ['home'] }],
    [['lamp'], { addTags: [], removeTags: ['home'] }],
  ])
})

test('what was not changed is not sent, and what is refused is told', async () => {
  const unchanged = recorded()
  saveTags([river], tagFormOf([river]), unchanged.saving)
  await settled()
  expect(unchanged).toMatchObject({ filed: [], said: [], failed: [] })
  const refused = recorded(new Error('no'))
  saveTags([river], addTag(tagFormOf([river]), 'home'), refused.saving)
  await settled()
  expect(refused).toMatchObject({ said: [], failed: [new Error('no')] })
})
