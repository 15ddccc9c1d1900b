/** A kind of file that many people try, by how it begins, with what to do about it. */
interface RefusedKind {
  readonly beginnings: readonly string[]
  /** What stands at the fifth byte instead, behind a length. */
  readonly behindLength?: readonly string[]
  readonly sentence: string
}

const kinds: readonly RefusedKind[] = [
  {
    beginnings: ['PK\x03\x04', 'PK\x05\x06', '\x1f\x8b', 'BZh', '7z\xbc\xaf', 'Rar!', '\xfd7zXZ', '\x28\xb5\x2f\xfd'],
    sentence:
      'Archives and office documents can’t be read. Unpack it, or save it as a PDF or as text, and attach that.',
  },
  {
    beginnings: ['\xd0\xcf\x11\xe0'],
    sentence: 'Office documents can’t be read. Save it as a PDF or as text, and attach that.',
  },
  {
    beginnings: ['II*\0', 'MM\0*', 'BM', '\0\0\x01\0'],
    behindLength: ['ftypheic', 'ftypheix', 'ftypmif1', 'ftypmsf1', 'ftypavif', 'ftypavis'],
    sentence: 'This kind of picture can’t be shown or read here. Save it as PNG or JPEG, and attach that.',
  },
  {
    beginnings: ['ID3', 'OggS', 'fLaC', 'RIFF', '\x1aE\xdf\xa3', '\xff\xfb', '\xff\xf3', '\xff\xf2'],
    behindLength: ['ftyp'],
    sentence: 'Sound and video can’t be read. Attach pictures, PDFs or text.',
  },
]

/** What a person is told whose file begins so; undefined where nothing special is known of it. */
export function refusalOfKind(head: Buffer): string | undefined {
  const beginning = head.toString('latin1', 0, 16)
  return kinds.find(
    ({ beginnings, behindLength = [] }) =>
      beginnings.some((text) => beginning.startsWith(text)) ||
      behindLength.some((text) => beginning.startsWith(text, 4)),
  )?.sentence
}
