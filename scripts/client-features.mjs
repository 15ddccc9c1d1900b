import ts from 'typescript'
import { parseSource } from './source-imports.mjs'

/**
 * What a web client has, by kind. Two clients that are equal have equal features.
 * @typedef {object} ClientFeatures
 * @property {Set<string>} words entries of the catalogue that it shows, as `composer.send`
 * @property {Set<string>} shared what it takes of packages/ui and packages/client, as `@livetype/ui menuKeys`
 * @property {Set<string>} commands members of the chat store that it uses
 * @property {Set<string>} classes classes of packages/ui's styles that it draws
 */

/**
 * Reads the features of one web client from its sources.
 * @param {{ path: string, text: string }[]} sources its .ts, .tsx and .vue files, without tests
 * @param {{ commands: Iterable<string>, classes: Iterable<string> }} known what there is to be used
 * @returns {ClientFeatures}
 */
export function featuresOf(sources, known) {
  const all = sources.map(({ text }) => text).join('\n')
  const wordsInIt = new Set(all.match(/[A-Za-z][\w-]*/g))
  const members = new Set([...all.matchAll(/\.([a-z]\w*)/g)].map((match) => match[1]))
  return {
    words: new Set(sources.flatMap(({ text }) => wordsShown(text))),
    shared: new Set(sources.flatMap(({ path, text }) => sharedImports(path, text))),
    commands: new Set([...known.commands].filter((name) => members.has(name) || destructures(all, name))),
    classes: new Set([...known.classes].filter((name) => wordsInIt.has(name))),
  }
}

/**
 * The classes that style sheets select.
 * @param {string} css
 */
export function classesOf(css) {
  const rules = css.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/"[^"]*"|url\([^)]*\)/g, '')
  return new Set([...rules.matchAll(/\.([a-z][\w-]*)/g)].flatMap((match) => match[1] ?? []))
}

/**
 * The names of the members of an interface.
 * @param {string} path
 * @param {string} text
 * @param {string} name of the interface
 */
export function membersOf(path, text, name) {
  const found = parseSource(path, text).statements.find(
    (statement) => ts.isInterfaceDeclaration(statement) && statement.name.text === name,
  )
  if (!found || !ts.isInterfaceDeclaration(found)) throw new Error(`${path} has no interface ${name}.`)
  return new Set(found.members.flatMap((member) => (member.name ? [member.name.getText()] : [])))
}

/**
 * What a source shows of the catalogue, also under the name that an area has in it: `const words = texts.composer`,
 * `const words = computed(() => texts.composer)`, `const { composer } = texts`, `const { viewer } = texts.attachments`.
 * @param {string} text
 */
function wordsShown(text) {
  const catalogue = '(?:texts|laterTexts)'
  const find = (/** @type {string} */ pattern) =>
    [...text.matchAll(new RegExp(pattern, 'g'))].map((match) => match.slice(1))
  const direct = find(`\\b${catalogue}\\.(\\w+)\\.(\\w+)`)
  const within = find(`const \\{ ([^{}]*) \\} = ${catalogue}\\.(\\w+)`).flatMap(([names, area]) => taken(names, area))
  const areas = [
    ...find(`const (\\w+) = (?:computed\\(\\(\\) => )?${catalogue}\\.(\\w+)(?![\\w.])`),
    ...find(`const \\{ (\\w+) \\} = ${catalogue}\\n`),
  ]
  const named = areas.flatMap(([name, area = name]) => [
    ...find(`(?<![\\w.])${name}\\.(?:value\\.)?(\\w+)`).map(([entry]) => [area, entry]),
    ...find(`const \\{ ([^{}]*) \\} = ${name}(?:\\.value)?\\n`).flatMap(([names]) => taken(names, area)),
  ])
  return [...direct, ...within, ...named]
    .filter(([, entry]) => entry !== 'value')
    .map(([area, entry]) => `${area}.${entry}`)
}

/**
 * The entries that are taken out of an area: of `hint: keys, partial`, `hint` and `partial`.
 * @param {string | undefined} names
 * @param {string | undefined} area
 */
function taken(names = '', area = '') {
  return names.split(',').map((name) => [area, name.trim().replace(/:.*/, '')])
}

/**
 * Values that a source takes of the shared packages; types say nothing of what a person can do.
 * @param {string} path
 * @param {string} text
 */
function sharedImports(path, text) {
  return parseSource(path, text).statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) return []
    const from = statement.moduleSpecifier.text
    const clause = statement.importClause
    const isShared = /^@livetype\/(ui|client)(\/|$)/.test(from) && !from.endsWith('.css')
    if (!isShared || !clause || clause.isTypeOnly || !clause.namedBindings) return []
    if (!ts.isNamedImports(clause.namedBindings)) return []
    return clause.namedBindings.elements
      .filter((element) => !element.isTypeOnly)
      .map((element) => `${from} ${(element.propertyName ?? element.name).text}`)
  })
}

/** @param {string} all @param {string} name */
function destructures(all, name) {
  return new RegExp(`\\{[^{}]*\\b${name}\\b[^{}]*\\}\\s*=\\s*(?:use\\w+\\(|store|services)`).test(all)
}
