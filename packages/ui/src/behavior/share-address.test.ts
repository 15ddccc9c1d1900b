import { expect, test } from 'vitest'
import { shareAddress, sharedTokenIn } from './share-address.ts'

test('[SHARE3] a link leads to the page that shows it, in either client', () => {
  for (const base of ['/', '/vue/']) {
    const { pathname } = new URL(shareAddress('a-Token_1', base, 'https://chat.example.com'))
    expect(sharedTokenIn(pathname, base)).toBe('a-Token_1')
  }
})

test.each(['/', '/c/a', '/s', '/share/a', '/vue/s/a', '/s/a/files/b'])('%s is no such page', (pathname) => {
  expect(sharedTokenIn(pathname, '/')).toBeNull()
})

test('what is no token is asked for all the same: the server says that there is none', () => {
  expect(sharedTokenIn('/s/', '/')).toBe('')
  expect(sharedTokenIn('/s/%E0%A4%A', '/')).toBe('%E0%A4%A')
})
