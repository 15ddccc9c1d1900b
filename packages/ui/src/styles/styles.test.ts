import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const folder = new URL('.', import.meta.url)
const sheets = readdirSync(folder).filter((name) => name.endsWith('.css'))

/** Where left or right is meant, whatever way the lines run. */
const meant = [
  // A title begins where the lines of the page do, whatever script it is in.
  'base.css: text-align: left',
  'base.css: text-align: right',
  // The author of a table has said so.
  'prose.css: text-align: right',
  // A tick.
  'prose.css: border-width: 0 0.125em 0.125em 0',
]

const sided = /^(?:(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)\b.*|left|right|float|clear)$/
const shorthands = /^(?:margin|padding|inset|border-width|border-color|border-style|scroll-margin|scroll-padding)$/

function declarationsOf(sheet: string): { property: string; value: string }[] {
  const css = readFileSync(new URL(sheet, folder), 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '')
  return Array.from(css.matchAll(/([\w-]+):\s*([^;{}]+);/g), ([, property = '', value = '']) => ({
    property,
    value: value.replaceAll(/\s+/g, ' ').trim(),
  }))
}

/** The values of a shorthand; what stands in brackets is one. */
function valuesOf(value: string): string[] {
  return value.replaceAll(/\([^()]*(?:\([^()]*\)[^()]*)*\)/g, '()').split(' ')
}

function isSided(property: string, value: string): boolean {
  if (sided.test(property)) return true
  if (property === 'text-align') return /\b(?:left|right)\b/.test(value)
  if (!shorthands.test(property)) return false
  const sides = valuesOf(value)
  return sides.length === 4 && sides[1] !== sides[3]
}

test('[LANG3] styles know start and end, never left and right: from right to left everything is mirrored', () => {
  const found = sheets.flatMap((sheet) =>
    declarationsOf(sheet)
      .filter(({ property, value }) => isSided(property, value))
      .map(({ property, value }) => `${sheet}: ${property}: ${value}`),
  )
  expect(found.filter((line) => !meant.includes(line))).toEqual([])
})

test('what is sided is found', () => {
  expect(isSided('margin-left', '1rem')).toBe(true)
  expect(isSided('left', '0')).toBe(true)
  expect(isSided('text-align', 'right')).toBe(true)
  expect(isSided('padding', '0 1rem 0 calc(1rem + (2px * 3))')).toBe(true)
  expect(isSided('padding', '0 1rem 2rem')).toBe(false)
  expect(isSided('padding-inline', '0 1rem')).toBe(false)
})
