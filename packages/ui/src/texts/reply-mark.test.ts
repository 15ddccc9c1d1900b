import { expect, test } from 'vitest'
import { activityLabel } from './activity-label.ts'
import { replyMark } from './reply-mark.ts'

test('[RUN3] each way to end has a mark and a label of its own', () => {
  const marks = (['completed', 'stopped', 'failed', 'interrupted'] as const).map(replyMark)
  expect(new Set(marks.map((mark) => mark.icon)).size).toBe(4)
  expect(marks.map((mark) => mark.label)).toEqual(['Complete', 'Stopped', 'Failed', 'Interrupted'])
})

test('an activity is said in words, the wait with the name of the model', () => {
  expect(activityLabel('waiting', 'Qwen 3')).toBe('Waiting for Qwen 3…')
  expect(activityLabel('thinking', 'Qwen 3')).toBe('Thinking…')
  expect(activityLabel('ended', 'Qwen 3')).toBe('')
})
