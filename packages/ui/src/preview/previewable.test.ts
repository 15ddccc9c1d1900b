import { maxPreviewLength } from '@livetype/protocol'
import { expect, test } from 'vitest'
import { isPreviewable } from './previewable.ts'

test('[PREVIEW1] documents can be shown: HTML, SVG, and XML that is a drawing', () => {
  for (const language of ['html', 'HTML', 'htm', 'xhtml', 'svg']) expect(isPreviewable(language, '<p>')).toBe(true)
  const drawing = '<?xml version="1.0"?>\n<!-- by hand -->\n<!DOCTYPE svg>\n<svg xmlns="http://www.w3.org/2000/svg"/>'
  expect(isPreviewable('xml', drawing)).toBe(true)
  expect(isPreviewable('xml', '<svg>')).toBe(true)
  for (const text of ['<note/>', '<svgish/>', '<a><svg/></a>', 'x <svg>'])
    expect(isPreviewable('xml', text)).toBe(false)
  for (const language of ['', 'text', 'js', 'vue', 'xsl']) expect(isPreviewable(language, '<svg>')).toBe(false)
})

test('nothing, and what is too long, can not be shown', () => {
  expect(isPreviewable('html', ' \n')).toBe(false)
  expect(isPreviewable('html', 'x'.repeat(maxPreviewLength))).toBe(true)
  expect(isPreviewable('html', 'x'.repeat(maxPreviewLength + 1))).toBe(false)
})
