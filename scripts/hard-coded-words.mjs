import ts from 'typescript'
import { lineOf, parseSource } from './source-imports.mjs'

/**
 * @typedef {object} HardCodedWords
 * @property {number} line from 1
 * @property {string} words
 */

/** Attributes, and properties of toasts and menus, that a person reads or hears. */
const spoken = new Set([
  'alt',
  'aria-description',
  'aria-label',
  'aria-placeholder',
  'aria-roledescription',
  'aria-valuetext',
  'data-tooltip',
  'description',
  'label',
  'placeholder',
  'title',
])

/**
 * Words for people that stand in a component rather than in the catalogue: text between tags, in attributes that are
 * read or heard, and in the titles and labels that are handed to toasts and menus.
 * @param {string} path of a .ts, .tsx or .vue file
 * @param {string} text
 * @returns {HardCodedWords[]}
 */
export function hardCodedWords(path, text) {
  const inScript = wordsOfScript(parseSource(path, text))
  return path.endsWith('.vue') ? [...inScript, ...wordsOfTemplate(text)] : inScript
}

/** @param {ts.SourceFile} source */
function wordsOfScript(source) {
  /** @type {HardCodedWords[]} */
  const found = []
  /** @param {ts.Node} node @param {string} words */
  const add = (node, words) => {
    if (hasLetters(words)) found.push({ line: lineOf(source, node), words: oneLine(words) })
  }
  /** @param {ts.Node} node */
  const visit = (node) => {
    if (ts.isJsxText(node)) add(node, node.text)
    else if (ts.isJsxAttribute(node) && spoken.has(node.name.getText(source)) && node.initializer) {
      for (const literal of literalsOf(node.initializer)) add(node, literal)
    } else if (ts.isJsxExpression(node) && node.expression && !ts.isJsxAttribute(node.parent)) {
      for (const literal of literalsOf(node.expression)) add(node, literal)
    } else if (ts.isPropertyAssignment(node) && spoken.has(node.name.getText(source).replaceAll(/['"]/g, ''))) {
      for (const literal of literalsOf(node.initializer)) add(node, literal)
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

/**
 * The literals that an expression can come to: itself, or the branches of its conditions. What it is compared with is
 * none of them.
 * @param {ts.Expression | ts.JsxAttributeValue} node
 * @returns {string[]}
 */
function literalsOf(node) {
  if (ts.isStringLiteralLike(node)) return [node.text]
  if (ts.isTemplateExpression(node)) return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)]
  if (ts.isJsxExpression(node)) return node.expression ? literalsOf(node.expression) : []
  if (ts.isParenthesizedExpression(node)) return literalsOf(node.expression)
  if (ts.isConditionalExpression(node)) return [...literalsOf(node.whenTrue), ...literalsOf(node.whenFalse)]
  if (!ts.isBinaryExpression(node)) return []
  const operator = node.operatorToken.kind
  if (operator === ts.SyntaxKind.PlusToken) return [...literalsOf(node.left), ...literalsOf(node.right)]
  const isChoice = [
    ts.SyntaxKind.AmpersandAmpersandToken,
    ts.SyntaxKind.BarBarToken,
    ts.SyntaxKind.QuestionQuestionToken,
  ].includes(operator)
  return isChoice ? literalsOf(node.right) : []
}

/** @param {string} text of a Vue component */
function wordsOfTemplate(text) {
  const start = text.indexOf('<template>')
  const end = text.lastIndexOf('</template>')
  if (start === -1 || end === -1) return []
  const template = blank(text.slice(start, end), /<!--[\s\S]*?-->/g)
  /** @type {HardCodedWords[]} */
  const found = []
  /** @param {number} index @param {string} words */
  const add = (index, words) => {
    if (hasLetters(words)) found.push({ line: text.slice(0, start + index).split('\n').length, words: oneLine(words) })
  }
  /** @param {number} index @param {string} code */
  const addLiterals = (index, code) => {
    const [statement] = parseSource('expression.ts', `(${code})`).statements
    if (!statement || !ts.isExpressionStatement(statement)) return
    for (const literal of literalsOf(statement.expression)) add(index, literal)
  }

  const tags = /<\/?[A-Za-z][\w.-]*(?:\s+[^\s=>/]+(?:="[^"]*")?|\s+)*\s*\/?>/g
  for (const tag of template.matchAll(tags)) {
    for (const [, name = '', value = ''] of tag[0].matchAll(/\s([^\s=>/]+)="([^"]*)"/g)) {
      if (spoken.has(name)) add(tag.index, value)
      else if (name.startsWith(':') && spoken.has(name.slice(1))) addLiterals(tag.index, value)
    }
  }
  const between = blank(template, tags)
  for (const shown of between.matchAll(/\{\{([\s\S]*?)\}\}/g)) addLiterals(shown.index, shown[1] ?? '')
  for (const plain of blank(between, /\{\{[\s\S]*?\}\}/g).matchAll(/[^\n]+/g)) add(plain.index, plain[0])
  return found
}

/** Keeps the places of what stays. @param {string} text @param {RegExp} pattern */
function blank(text, pattern) {
  return text.replaceAll(pattern, (match) => match.replaceAll(/[^\n]/g, ' '))
}

/** @param {string} words */
function hasLetters(words) {
  return /\p{L}/u.test(words)
}

/** @param {string} words */
function oneLine(words) {
  return words.replaceAll(/\s+/g, ' ').trim()
}
