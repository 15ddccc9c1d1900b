/** Markers of the frames that carry a size; 0xc4, 0xc8 and 0xcc are something else. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

const app1 = 0xe1
const startOfScan = 0xda
const orientationTag = 0x0112
/** Of the eight ways in which a camera may have been held, those that lie on their side. */
const isOnItsSide = (orientation: number) => orientation >= 5 && orientation <= 8

/** The size of a JPEG as it is shown: turned as its camera said. Undefined where its segments can't be read. */
export function jpegSize(bytes: Buffer): { width: number; height: number } | undefined {
  let orientation = 1
  for (let at = 2; at + 9 < bytes.length; ) {
    if (bytes[at] !== 0xff) return undefined
    const marker = bytes[at + 1] ?? 0
    // Any number of 0xff may stand before a marker.
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker === startOfScan) return undefined
    if (isFrame(marker)) {
      const [height, width] = [bytes.readUInt16BE(at + 5), bytes.readUInt16BE(at + 7)]
      return isOnItsSide(orientation) ? { width: height, height: width } : { width, height }
    }
    const length = bytes.readUInt16BE(at + 2)
    if (length < 2) return undefined
    if (marker === app1) orientation = exifOrientation(bytes.subarray(at + 4, at + 2 + length)) ?? orientation
    at += 2 + length
  }
  return undefined
}

/** What a segment of Exif says of how the camera was held; undefined where it says nothing. */
function exifOrientation(segment: Buffer): number | undefined {
  if (segment.toString('latin1', 0, 6) !== 'Exif\0\0' || segment.length < 20) return undefined
  const tiff = segment.subarray(6)
  const isLittle = tiff.toString('latin1', 0, 2) === 'II'
  const short = (at: number) => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const directory = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
  if (directory + 2 > tiff.length) return undefined
  const count = short(directory)
  for (let entry = directory + 2; entry + 12 <= tiff.length && entry < directory + 2 + 12 * count; entry += 12) {
    if (short(entry) === orientationTag) return short(entry + 8)
  }
  return undefined
}
