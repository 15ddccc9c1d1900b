import { exportFormat, exportVersion } from '@livetype/protocol'
import { JSONParser } from '@streamparser/json'
import { UnreadableError } from './read-conversation.ts'

/** How large one conversation may be, and a file that holds no list, in bytes. */
const maxItemBytes = 64 * 1024 * 1024

/** A conversation, or a file that conversations after it have, as the file has it. */
export interface JsonItem {
  readonly kind: 'conversation' | 'file'
  /** Such as `conversations.3`. */
  readonly place: string
  readonly value: unknown
}

/**
 * The conversations of a file, as it comes in: of a list, or of an export of ours, there with the files that they have.
 * No more than one of them, and a piece of the file, is in memory.
 * @throws {UnreadableError} where the file is none of these, or breaks off.
 */
export async function* jsonItems(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<JsonItem, void, void> {
  let parser: JSONParser | undefined
  let items: JsonItem[] = []
  let bytesSinceItem = 0
  let isOurs = false
  for await (const chunk of chunks) {
    if (!parser) {
      const start = new TextDecoder()
        .decode(chunk.subarray(0, 512))
        .replace(/^\uFEFF/, '')
        .trimStart()
      if (start === '') continue
      isOurs = isExport(start)
      parser = parserFor(start, { isOurs, onItem: (item) => items.push(item) })
    }
    bytesSinceItem += chunk.byteLength
    if (bytesSinceItem > maxItemBytes) {
      throw new UnreadableError(
        `A conversation or an attachment has more than ${maxItemBytes / 1024 / 1024} MB, which is too large.`,
      )
    }
    told(() => parser?.write(withoutMark(chunk)))
    if (items.length === 0) continue
    bytesSinceItem = 0
    yield* items
    items = []
  }
  if (!parser) throw new UnreadableError('The file is empty.')
  if (!parser.isEnded) throw new UnreadableError('The file breaks off in its middle.')
}

function isExport(start: string): boolean {
  const version = /^\{\s*"format"\s*:\s*"([^"]*)"\s*,\s*"version"\s*:\s*(\d+)/.exec(start)
  if (version?.[1] !== exportFormat) return false
  if (Number(version[2]) > exportVersion) {
    throw new UnreadableError('The file is of a newer Livetype. Update this one, then import it.')
  }
  return true
}

function parserFor(
  start: string,
  { isOurs, onItem }: { isOurs: boolean; onItem: (item: JsonItem) => void },
): JSONParser {
  if (start.startsWith('PK')) {
    throw new UnreadableError('The file is a ZIP archive. Unpack it, and choose the file conversations.json in it.')
  }
  if (!/^[[{]/.test(start)) throw new UnreadableError('The file is no JSON.')
  const isList = start.startsWith('[')
  const parser = new JSONParser({
    paths: isOurs ? ['$.files.*', '$.conversations.*'] : [isList ? '$.*' : '$'],
    keepStack: !(isOurs || isList),
  })
  parser.onValue = ({ value, key, stack }) => {
    const list = isOurs ? stack.at(-1)?.key : undefined
    const kind = list === 'files' ? 'file' : 'conversation'
    const place = key === undefined ? 'the file' : [list, key].filter((name) => name !== undefined).join('.')
    onItem({ kind, place, value })
  }
  return parser
}

/** Without the byte order mark that some editors write. */
function withoutMark(chunk: Uint8Array): Uint8Array {
  return chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf ? chunk.subarray(3) : chunk
}

function told(parse: () => void): void {
  try {
    parse()
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new UnreadableError(`The file is no valid JSON: ${reason}`, { cause: error })
  }
}
