import { attachmentsOf, type Message, textOf } from '@livetype/protocol'
import { foldText, occurrencesIn } from './fold-text.ts'

/** Counts what is searched for in messages; what they say is folded once. */
export interface MessageMatches {
  /** How often a message has it. */
  count(message: Message, query: string): number
}

interface Folded {
  readonly asWritten: string
  /** Without the marks that are not shown; null where there are none. */
  readonly asShown: string | null
}

/** The marks of markdown that go between letters, and what a link leads to. */
const marks = /\*\*|__|~~|`|!?\[([^\]\n]*)\]\([^)\s]*(?:\s+"[^"]*")?\)/g

/** @see MessageMatches */
export function createMessageMatches(): MessageMatches {
  const folded = new WeakMap<Message, Folded>()
  return {
    count(message, query) {
      if (query === '') return 0
      let texts = folded.get(message)
      if (!texts) {
        texts = fold(message)
        folded.set(message, texts)
      }
      const found = occurrencesIn(texts.asWritten, query).length
      // Somebody may look for what is shown, or for the marks themselves, such as `__init__`.
      return texts.asShown === null ? found : Math.max(found, occurrencesIn(texts.asShown, query).length)
    },
  }
}

function fold(message: Message): Folded {
  const names = attachmentsOf(message).map(({ name }) => `${name}\n`)
  const text = `${names.join('')}${textOf(message)}`
  const asWritten = foldText(text)
  if (message.role === 'user') return { asWritten, asShown: null }
  const shown = text.replace(marks, '$1')
  return { asWritten, asShown: shown === text ? null : foldText(shown) }
}
