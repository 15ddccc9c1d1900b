import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { imageHeader } from './image-header.ts'
import { gifAndHtml, jpegHead, png, svg, webpHeads } from './sample-files.fixture.ts'

describe('[FILE1] the header of an image', () => {
  it('tells the kind and the size', () => {
    expect(imageHeader(png(3, 2))).toEqual({ mediaType: 'image/png', width: 3, height: 2 })
    expect(imageHeader(gifAndHtml)).toEqual({ mediaType: 'image/gif', width: 1, height: 1 })
    for (const webp of webpHeads)
      expect(imageHeader(webp)).toEqual({ mediaType: 'image/webp', width: 640, height: 480 })
    expect(imageHeader(svg)).toBeUndefined()
  })

  it.each([
    [1, 400, 300],
    [3, 400, 300],
    [6, 300, 400],
    [8, 300, 400],
  ])('a photo with orientation %i is shown %i × %i', (orientation, width, height) => {
    expect(imageHeader(jpegHead(400, 300, orientation))).toEqual({ mediaType: 'image/jpeg', width, height })
  })

  it('is read without an error, whatever stands behind its first bytes', () => {
    const beginnings = [png(3, 2), gifAndHtml, jpegHead(400, 300, 6), ...webpHeads]
    fc.assert(
      fc.property(fc.constantFrom(...beginnings), fc.nat(60), fc.uint8Array({ maxLength: 80 }), (good, cut, bytes) => {
        imageHeader(Buffer.concat([good.subarray(0, cut), bytes]))
      }),
    )
  })
})
