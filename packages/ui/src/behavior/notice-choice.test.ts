import { expect, test } from 'vitest'
import { askForNotices, noticeChoice } from './notice-choice.ts'

const permitted = (permission: NotificationPermission, answer = permission) => {
  let asked = 0
  return {
    permission,
    requestPermission: async () => {
      asked += 1
      return answer
    },
    asked: () => asked,
  }
}

test('what was wished for holds only where the browser allows it', () => {
  expect([
    noticeChoice(null, permitted('granted')),
    noticeChoice('on', permitted('granted')),
    noticeChoice('on', permitted('denied')),
    noticeChoice('on', permitted('default')),
  ]).toEqual(['off', 'on', 'blocked', 'off'])
})

test('a person is asked once, and not where they have answered', async () => {
  const open = permitted('default', 'granted')
  expect([await askForNotices(open), open.asked()]).toEqual(['on', 1])
  const denied = permitted('denied')
  expect([await askForNotices(denied), denied.asked()]).toEqual(['blocked', 0])
  expect(await askForNotices(permitted('default'))).toBe('off')
})
