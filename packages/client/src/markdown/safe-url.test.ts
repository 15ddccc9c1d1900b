import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { safeUrl } from './safe-url.ts'

describe('safeUrl', () => {
  test.each([
    ['https://example.org/a?b=c#d', 'https://example.org/a?b=c#d'],
    ['HTTP://example.org', 'HTTP://example.org'],
    ['mailto:a@example.org', 'mailto:a@example.org'],
    ['/docs/start', '/docs/start'],
    ['docs/a:b', 'docs/a:b'],
    ['?page=2', '?page=2'],
    ['#top', '#top'],
    ['#a:b', '#a:b'],
    ['//example.org/x', 'https://example.org/x'],
    ['/\\example.org/x', 'https://example.org/x'],
    ['https://example.org/ä b', 'https://example.org/%C3%A4%20b'],
    ['https://example.org/%20', 'https://example.org/%20'],
    [' https://example.org ', 'https://example.org'],
  ])('allows %j', (address, expected) => {
    expect(safeUrl(address)).toBe(expected)
  })

  test.each([
    '',
    ' ',
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'java\tscript:alert(1)',
    '\u0000javascript:alert(1)',
    '\u200bjavascript:alert(1)',
    'java\u00adscript:alert(1)',
    'javascript\u2028:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:msgbox(1)',
    'file:///etc/passwd',
    'blob:https://example.org/1',
    'ftp://example.org',
    'intent://scan/#Intent;end',
    'javascript&colon;:x',
    'https://example.org/\ud800',
    ':foo',
    'https:',
    'https://[',
    'https://%zz/',
    'https://example.org:99999/',
  ])('refuses %j', (address) => {
    expect(safeUrl(address)).toBeNull()
  })

  test('whatever comes out resolves to an allowed scheme', () => {
    const piece = fc.constantFrom(
      'javascript:',
      'data:',
      'http',
      ':',
      '/',
      '\\',
      '\t',
      '\n',
      '#',
      '?',
      'a',
      '&',
      ';',
      '\u0001',
    )
    const address = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece).map((pieces) => pieces.join('')),
    )
    fc.assert(
      fc.property(address, (text) => {
        const url = safeUrl(text)
        if (url === null) return
        expect(['http:', 'https:', 'mailto:']).toContain(new URL(url, 'https://chat.example/').protocol)
      }),
      { numRuns: 2000 },
    )
  }, 60_000)
})
