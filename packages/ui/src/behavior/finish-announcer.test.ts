import { expect, test } from 'vitest'
import { createFinishAnnouncer } from './finish-announcer.ts'

test('says which model has finished, once, and nothing of what had ended before', () => {
  const said: string[] = []
  const see = createFinishAnnouncer((text) => said.push(text))
  const fast = { id: 'reply-1', modelName: 'Fast' }
  see({ id: 'reply-2', modelName: 'Old', status: 'completed' })
  see({ ...fast, status: 'queued' })
  see({ ...fast, status: 'running' })
  see({ ...fast, status: 'completed' })
  see({ ...fast, status: 'completed' })
  see({ ...fast, status: 'running' })
  see({ ...fast, status: 'failed' })
  expect(said).toEqual(['Fast has finished.', 'Fast has failed.'])
})
