import { expect, test } from 'vitest'
import { composerRoom } from './composer-room.ts'

test('says nothing until nine tenths of the room are used', () => {
  expect(composerRoom(89, 100)).toEqual({ state: 'quiet', text: '', announcement: '' })
  expect(composerRoom(90, 100).state).toBe('near')
  expect(composerRoom(100, 100).state).toBe('near')
  expect(composerRoom(101, 100).state).toBe('over')
})

test('listeners hear a limit when it is reached, not each character', () => {
  expect(composerRoom(95, 100).text).not.toBe(composerRoom(96, 100).text)
  expect(composerRoom(95, 100).announcement).toBe(composerRoom(96, 100).announcement)
  expect(composerRoom(105, 100).announcement).toBe(composerRoom(106, 100).announcement)
  expect(composerRoom(105, 100).announcement).not.toBe(composerRoom(96, 100).announcement)
})
