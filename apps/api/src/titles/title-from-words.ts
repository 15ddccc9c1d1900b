/** Longest title made from words, in characters as a person counts them. */
const maxTitleCharacters = 60

/** A title from the first words of a message: its first line with text, without markup, cut at a word. */
export function titleFromWords(text: string): string {
  const line =
    text
      .slice(0, 2_000)
      .split('\n')
      .map((candidate) =>
        candidate
          .replace(/[#*_`~>|[\]]+/g, ' ')
          .replace(/\s+/g, ' ')
          .trim(),
      )
      .find((candidate) => candidate !== '') ?? 'New conversation'
  const characters = Array.from(new Intl.Segmenter().segment(line), ({ segment }) => segment)
  if (characters.length <= maxTitleCharacters) return line
  const cut = characters.slice(0, maxTitleCharacters).join('')
  const lastSpace = cut.lastIndexOf(' ')
  // A language without spaces has no word to cut at.
  return `${(lastSpace > cut.length / 2 ? cut.slice(0, lastSpace) : cut).replace(/[\s,.;:!?–-]+$/u, '')}…`
}
