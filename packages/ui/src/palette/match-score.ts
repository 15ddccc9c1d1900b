/**
 * How well a text answers what was typed, from 0 (not at all) up: the whole beginning before the beginnings of words,
 * these before anything inside, and that before letters that merely come in this order. Case and accents don't matter.
 */
export function matchScore(text: string, query: string): number {
  const words = plain(query).split(/\s+/).filter(Boolean)
  const target = plain(text)
  if (words.length === 0) return 1
  const whole = words.join(' ')
  if (target === whole) return 100
  if (target.startsWith(whole)) return 90
  const scores = words.map((word) => wordScore(target, word))
  return scores.includes(0) ? 0 : Math.min(...scores)
}

function wordScore(target: string, word: string): number {
  const at = target.indexOf(word)
  if (at === 0) return 80
  if (at > 0) return /[\s\p{P}]/u.test(target.charAt(at - 1)) ? 70 : 50
  return isInOrder(target, word) ? 10 : 0
}

/** Whether the letters come in this order, none far behind the other. */
function isInOrder(target: string, word: string): boolean {
  if (word.length < 2) return false
  let from = 0
  for (const [index, letter] of Array.from(word).entries()) {
    const at = target.indexOf(letter, from)
    if (at === -1 || (index > 0 && at - from > 12)) return false
    from = at + 1
  }
  return true
}

function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim()
}
