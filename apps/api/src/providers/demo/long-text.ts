/** What a long text has unless a number of words is asked for. */
export const defaultLongWords = 600
/** More words than these are not written, however many are asked for. */
export const maxLongWords = 20_000

const titles = [
  'A morning by the river',
  'What the gardener knew',
  'Notes on an old bridge',
  'Bread, slowly',
  'The library after closing',
  'Three ways across the hills',
  'A short history of waiting',
  'Letters from the coast',
  'How the clockmaker rests',
  'Weather for walking',
]

const slots: Readonly<Record<string, readonly string[]>> = {
  who: ['the ferryman', 'a patient baker', 'my neighbour', 'the youngest clerk', 'an old teacher', 'the night porter'],
  thing: ['a brass key', 'a folded map', 'a kettle', 'an unfinished letter', 'a green umbrella', 'a small radio'],
  place: ['the harbour', 'the market square', 'the upper meadow', 'the station', 'the reading room', 'the orchard'],
  quality: ['quiet', 'generous', 'stubborn', 'luminous', 'plain', 'measured', 'curious', 'gentle'],
  time: ['before sunrise', 'after the rain', 'in late autumn', 'on market days', 'towards evening', 'most Sundays'],
  verb: ['remembers', 'repairs', 'describes', 'borrows', 'admires', 'carries'],
}

const sentences = [
  'There is something {quality} about {place} {time}, and {who} would be the first to say so.',
  'Nobody could tell where {thing} had come from, yet {who} kept it within reach.',
  'We walked as far as {place}, talked about nothing in particular and turned back {time}.',
  'If you ask {who}, the answer is always the same: begin with what is {quality} and leave the rest for later.',
  'The light changes {time}; even {thing} looks {quality} then.',
  'It takes a {quality} kind of attention to notice how {who} {verb} {thing} without a word.',
  'At {place} the clocks disagree, which troubles no one but {who}.',
  'A good plan, like {thing}, should fit in one pocket and survive being dropped.',
  'Some afternoons {who} {verb} {thing}, sets it down again and looks out over {place}.',
  'That was the whole secret: a {quality} habit, repeated {time}, until it no longer needed a name.',
  'Later, on the way home from {place}, the conversation became {quality} and rather funny.',
  'People come to {place} for the view and stay because {who} makes them welcome.',
  'From {place} you can see two roads, one of them {quality}, the other merely shorter.',
  'It was raining when {who} arrived with {thing} and a story that took most of the afternoon.',
  'The trick, if there is one, is to stop at {place} and listen before deciding anything.',
  'Even {thing} has its season, and {time} it seems to know it.',
  'Years ago {who} promised to write all this down, and then the weather turned {quality}.',
  'What matters is not {thing} itself but the {quality} way in which {who} {verb} it.',
  'Two questions remained: who had opened the gate at {place}, and why it felt so {quality}.',
  'By then the kettle had boiled, the map was wet, and {who} laughed about both.',
]

const items = [
  '**Patience** is {quality} and costs nothing.',
  '**Tools** should be kept where {who} can find them.',
  '**Silence** is best {time}, near {place}.',
  '**Maps** are useful until {who} explains the way.',
  '**Detours** end at {place} more often than not.',
  '**Gifts** such as {thing} ask for no answer.',
]

interface Block {
  readonly prefix: string
  readonly text: string
  /** What stands between this block and the one before. */
  readonly gap: string
}

/** A pleasant markdown text of exactly `wordCount` words, the same each time. */
export function longText(wordCount: number): string {
  const random = randomNumbers(7)
  let left = wordCount
  let text = ''
  const draw = { sentence: deck(sentences, random), item: deck(items, random), random }
  for (let section = 0; left > 0; section++) {
    for (const block of sectionBlocks(section, draw)) {
      if (left <= 0) break
      const words = block.text.split(' ')
      const kept = words.slice(0, left).join(' ')
      left -= Math.min(left, words.length)
      text += (text === '' ? '' : block.gap) + block.prefix + (words.length > left && left === 0 ? closed(kept) : kept)
    }
  }
  return text
}

/** Words as a reader counts them: what stands between spaces and has a letter or a digit. */
export function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
}

/** Where a text takes its sentences, its list items and the words that fill them from. */
interface Draw {
  readonly sentence: () => string
  readonly item: () => string
  readonly random: () => number
}

function sectionBlocks(section: number, draw: Draw): Block[] {
  const title = pick(titles, section)
  const paragraph = (sentenceCount: number): Block => ({
    prefix: '',
    gap: '\n\n',
    text: Array.from({ length: sentenceCount }, () => filled(draw.sentence(), draw.random)).join(' '),
  })
  const item = (index: number): Block => ({
    prefix: '- ',
    gap: index === 0 ? '\n\n' : '\n',
    text: filled(draw.item(), draw.random),
  })
  const heading = { prefix: '## ', gap: '\n\n', text: section < titles.length ? title : `${title}, continued` }
  return [heading, paragraph(3), paragraph(2), item(0), item(1), item(2), paragraph(3)]
}

function filled(template: string, random: () => number): string {
  const text = template.replace(/\{(\w+)\}/g, (_, slot: string) => pick(slots[slot] ?? [], random()))
  // An item's bold first word has its capital already.
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function pick(list: readonly string[], index: number): string {
  return list[index % list.length] ?? ''
}

/** Draws from a list without repeating anything before all of it was drawn. */
function deck(list: readonly string[], random: () => number): () => string {
  let rest: string[] = []
  return () => {
    if (rest.length === 0) rest = [...list]
    return rest.splice(random() % rest.length, 1)[0] ?? ''
  }
}

/** A text that was cut ends like one that was not. */
function closed(text: string): string {
  return `${text.replace(/[,;:.]+$/, '')}.`
}

/** Whole numbers that look random and are the same for the same seed (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
}
