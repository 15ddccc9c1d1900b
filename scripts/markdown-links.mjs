import { posix } from 'node:path'

/** @typedef {{ line: number, target: string }} Link */

/**
 * The links and images of a Markdown text that are not addresses on the web, outside of code.
 * @param {string} text
 * @returns {Link[]}
 */
export function localLinks(text) {
  return withoutCode(text)
    .split('\n')
    .flatMap((line, index) => {
      const inline = [...line.matchAll(/!?\[(?:[^\]\\]|\\.)*\]\(<?([^)\s>]+)>?(?:\s+"[^"]*")?\)/g)]
      const definitions = [...line.matchAll(/^\s*\[[^\]]+\]:\s*<?(\S+?)>?(?:\s|$)/g)]
      const html = [...line.matchAll(/\b(?:src|href|srcset)="([^"]+)"/g)]
      return [...inline, ...definitions, ...html].map((match) => ({ line: index + 1, target: match[1] ?? '' }))
    })
    .filter(({ target }) => !/^([a-z][a-z+.-]*:|\/\/)/i.test(target))
}

/**
 * The anchors that GitHub gives the headings of a Markdown text, and those it declares itself.
 * @param {string} text
 * @returns {Set<string>}
 */
export function anchorsOf(text) {
  /** @type {Set<string>} */
  const anchors = new Set()
  for (const line of withoutCode(text, false).split('\n')) {
    const heading = /^ {0,3}#{1,6}\s+(.*?)\s*#*\s*$/.exec(line)?.[1]
    if (heading !== undefined) {
      const slug = slugOf(heading)
      let anchor = slug
      for (let count = 1; anchors.has(anchor); count += 1) anchor = `${slug}-${count}`
      anchors.add(anchor)
    }
    for (const match of line.matchAll(/\b(?:id|name)="([^"]+)"/g)) anchors.add(match[1] ?? '')
  }
  return anchors
}

/**
 * The links of one Markdown file that lead nowhere.
 * @param {string} path from the root
 * @param {string} text
 * @param {(path: string) => string | undefined} read the text of a file; '' for a folder; undefined where nothing is
 * @returns {string[]} sentences
 */
export function brokenLinks(path, text, read) {
  return localLinks(text).flatMap(({ line, target }) => {
    const [file = '', anchor] = decodeURI(target).split('#')
    const base = file.startsWith('/') ? file.slice(1) : posix.join(posix.dirname(path), file)
    const found = file === '' ? text : read(posix.normalize(base))
    if (found === undefined) return [`${path}:${line} "${target}": there is no such file.`]
    const isMarkdown = file === '' || file.endsWith('.md')
    return anchor && isMarkdown && !anchorsOf(found).has(anchor)
      ? [`${path}:${line} "${target}": that page has no heading "${anchor}".`]
      : []
  })
}

/** @param {string} heading */
function slugOf(heading) {
  return heading
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/<[^>]+>/g, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-')
}

/**
 * Lines stay where they are.
 * @param {string} text
 * @param {boolean} [isSpanToo] also the code within a line
 */
function withoutCode(text, isSpanToo = true) {
  const blank = (/** @type {string} */ part) => part.replace(/[^\n]/g, '')
  const withoutBlocks = text.replace(/^( {0,3})(`{3,}|~{3,})[^\n]*\n[\s\S]*?^ {0,3}\2[`~]*[^\S\n]*$/gm, blank)
  return isSpanToo ? withoutBlocks.replace(/(`+)(?!`)[^\n]*?[^`\n]\1(?!`)/g, blank) : withoutBlocks
}
