import { expect, test } from 'vitest'
import { needsSourceOnPaper, pictureSize } from './diagram-picture.ts'

const picture = (width: number, height: number) => ({ svg: '<svg/>', width, height, isDark: false })

test('[DIAGRAM1] paper has the source of a picture that would be too small on it', () => {
  expect(needsSourceOnPaper(picture(1_300, 400))).toBe(false)
  expect(needsSourceOnPaper(picture(1_400, 400))).toBe(true)
  expect(needsSourceOnPaper(picture(400, 1_700))).toBe(true)
})

test('a high picture is made smaller, down to what can be read', () => {
  expect(pictureSize(picture(200, 100))).toEqual({ inlineSize: '184px', minInlineSize: '130px' })
  expect(pictureSize(picture(200, 800)).inlineSize).toBe('160px')
  expect(pictureSize(picture(200, 8_000)).inlineSize).toBe('130px')
})
