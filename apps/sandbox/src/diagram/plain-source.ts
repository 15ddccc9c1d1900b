/** Tags that only change how a label looks; the drawing knows none of them. */
const looks = /<\/?(?:b|i|u|s|em|strong|small|big|sub|sup|code|span|font|center|div|p)(?:\s[^<>]*)?>/gi
/** A tag, or what could begin one; not the angle brackets of arrows and of `<<choice>>`. */
const tagStart = /(?<!<)<(?!br\s*\/?>)(?=[a-z!/?])/gi
const addresses = /\burl\s*\(|\bimage-set\s*\(|@import\b/gi
/** In a sequence, lines that give a participant links or attributes. */
const linksOfActors = /^\s*(?:links?|properties|details)\s[^:\n]*:.*$/gm
/** What a node of a flowchart says of itself. */
const attributes = /@\{[^}]*\}/g
const picture = /(?<=[{,\n]\s*)["']?img["']?\s*:/g

/**
 * A source without what a drawing has no place for: HTML in its labels is the text it is, and no picture or style
 * comes from elsewhere. The policy of the page forbids those too; here they are not even tried.
 */
export function plainSource(source: string): string {
  return (/^\s*sequenceDiagram\b/m.test(source) ? source.replace(linksOfActors, '') : source)
    .replace(looks, '')
    .replace(tagStart, '#lt;')
    .replace(addresses, (word) => word.replace(/[(@]/, ' '))
    .replace(attributes, (all) => all.replace(picture, 'none:'))
}
