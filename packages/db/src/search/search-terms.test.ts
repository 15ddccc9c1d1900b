import BetterSqlite3 from 'better-sqlite3'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { matchExpression, parseSearchTerms, scopeWords } from './search-terms.ts'

/** As a person would write it: `*` behind what may go on, `-` before what is left out. */
const read = (text: string) =>
  parseSearchTerms(text).map(
    ({ words, isPrefix, isExcluded }) => `${isExcluded ? '-' : ''}${words.join(' ')}${isPrefix ? '*' : ''}`,
  )

it.each([
  ['two words, the last being typed', 'Hello wor', ['hello', 'wor*']],
  ['a word that is typed to its end', 'hello ', ['hello']],
  ['a phrase', '"hello world"', ['hello world']],
  ['a phrase that is being typed', '"hello wor', ['hello wor*']],
  ['a phrase whose end may go on', '"hello wor"*', ['hello wor*']],
  ['curly quotes', '“hello world” x', ['hello world', 'x']],
  ['beginnings', 'proj* plan ', ['proj*', 'plan']],
  ['what is left out', 'plan -draft -"old one" ', ['plan', '-draft', '-old one']],
  ['words joined by signs', 'user_name foo.bar() don’t ', ['user name', 'foo bar', 'don t']],
  ['a letter alone does not go on', 'c', ['c']],
  ['characters of Chinese are a sequence', '我们', ['我 们']],
  ['signs alone', '- * " "" -" ( ) : ^ { } + AND', ['and*']],
  ['operators are words', 'NEAR(a b) OR NOT ', ['near a', 'b', 'or', 'not']],
  ['nothing but what is left out', '-draft', []],
  ['nothing', '   ', []],
])('%s', (_, text, expected) => {
  expect(read(text)).toEqual(expected)
})

it('takes so many terms and words, whatever is pasted', () => {
  expect(parseSearchTerms('word '.repeat(100))).toHaveLength(12)
  expect(parseSearchTerms(`"${'word '.repeat(100)}"`)[0]?.words).toHaveLength(32)
})

it('whatever is typed is an expression that FTS5 takes', { timeout: 60_000 }, () => {
  const client = new BetterSqlite3(':memory:')
  client.exec("CREATE VIRTUAL TABLE found USING fts5(words, scope, content = '', tokenize = 'ascii')")
  const select = client.prepare<[string]>('SELECT rowid FROM found WHERE found MATCH ?')
  const typed = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc
      .array(fc.constantFrom('"', '-', '*', ' ', 'a', 'OR', 'NEAR', '(', ')', '^', ':', '我', '🚀', '\0', 'é'), {
        maxLength: 30,
      })
      .map((pieces) => pieces.join('')),
  )
  fc.assert(
    fc.property(typed, fc.string({ unit: 'grapheme-ascii' }), (text, ownerId) => {
      const terms = parseSearchTerms(text)
      if (terms.length > 0) select.all(matchExpression(terms, { ownerId, conversationId: 'a-B_9', role: 'user' }))
    }),
    { numRuns: 500 },
  )
  client.close()
})

it('ids that differ have scopes that differ, in small letters and digits', () => {
  const id = fc.string({ unit: fc.constantFrom('a', 'A', 'z', '-', '_', '2', 'd'), maxLength: 8 })
  fc.assert(
    fc.property(id, id, (one, other) => {
      const [first, second] = [one, other].map((ownerId) => scopeWords({ ownerId })[0])
      expect(first).toMatch(/^[a-z0-9]+$/)
      expect(first === second).toBe(one === other)
    }),
  )
})
