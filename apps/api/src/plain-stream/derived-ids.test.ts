import { idSchema } from '@livetype/protocol'
import { expect, it } from 'vitest'
import { derivedIds } from './derived-ids.ts'

it('[RUN1] the same question has the same ids, and no two questions or owners share one', () => {
  const ids = derivedIds('owner', 'message-0001')
  expect(derivedIds('owner', 'message-0001')).toEqual(ids)
  const all = [ids, derivedIds('owner', 'message-0002'), derivedIds('another', 'message-0001')].flatMap(Object.values)
  expect(new Set(all).size).toBe(6)
  for (const id of all) expect(idSchema.safeParse(id).success).toBe(true)
})
