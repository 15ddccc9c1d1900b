/** Words that are in nearly every English text, the most frequent first. */
const frequentWords =
  `the of and to a in is you that it for on with as are this be or from at by not have an if can but what all were when
  we there use your how which will do their one other about out up them then so some would make like into time has two
  more very after see get way could people my than first been call who its now find long down day did come made may part`.split(
    /\s+/,
  )
const syllables =
  `con pro ser ver ta re li mo na der ing tion ment ab str per im el or cu di ger lo ka zu pe sta tri bo`.split(' ')
const accents = ['é', 'ü', 'ø', 'ñ']
const vocabularySize = 50_000
const characterCount = 3_000

/** Makes texts as they are said in chats: English, code and Chinese, some words far more often than others; the same ones for the same seed. */
export interface SaidTexts {
  next: () => string
  /** The word at this place of the ranking, from 0: the smaller, the more frequent. */
  word: (rank: number) => string
  /** The Chinese character at this place. */
  character: (rank: number) => string
}

/** @see SaidTexts */
export function createSaidTexts(seed: number): SaidTexts {
  const random = createRandom(seed)
  const below = (count: number) => Math.floor(random() * count)
  const makeWord = () => Array.from({ length: 2 + below(3) }, () => syllables[below(syllables.length)]).join('')
  const words = [...frequentWords]
  while (words.length < vocabularySize) {
    words.push(below(20) === 0 ? makeWord() + (accents[below(accents.length)] ?? '') : makeWord())
  }
  /** Zipf's law: how often a word is used falls with its rank. */
  const rank = (count: number) => Math.min(count - 1, Math.floor(count ** random() - 1))
  const word = (at: number) => words[at] ?? ''
  const character = (at: number) => String.fromCodePoint(0x4e00 + at * 6)
  const sentence = (length: number) => Array.from({ length }, () => word(rank(vocabularySize))).join(' ')
  const line = () =>
    `  const ${word(below(vocabularySize))}_${word(below(2_000))} = await ${word(below(500))}.${word(below(500))}(${below(99)})`
  return {
    word,
    character,
    next() {
      const length = 8 + Math.floor(random() ** 3 * 400)
      const kind = random()
      if (kind < 0.15) return Array.from({ length }, () => character(rank(characterCount))).join('')
      if (kind < 0.3)
        return `${sentence(20)}\n\n\`\`\`ts\n${Array.from({ length: length / 10 }, line).join('\n')}\n\`\`\`\n`
      return `${sentence(Math.ceil(length / 3))}. **${sentence(4)}**, ${sentence(Math.ceil(length / 2))}.`
    },
  }
}

/** Numbers from 0 to 1 that look random (mulberry32). */
function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
