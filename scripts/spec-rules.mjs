import ts from 'typescript'
import { parseSource } from './source-imports.mjs'

const rule = /\b[A-Z]{2,8}\d{1,2}\b/g

/**
 * The IDs of the rules that SPEC.md defines: those that begin a line, after list, heading or table marks.
 * @param {string} text
 * @returns {string[]} in their order
 */
export function rulesOf(text) {
  const defining = /^[\s>#|*-]*(?:<a [^>]*><\/a>)?[*`]*([A-Z]{2,8}\d{1,2})\b/
  return [...new Set(text.split('\n').flatMap((line) => defining.exec(line)?.[1] ?? []))]
}

/**
 * The IDs that the names of a file's tests cite. A test that is skipped or yet to be written cites nothing.
 * @param {string} path
 * @param {string} text
 * @returns {Set<string>}
 */
export function rulesCited(path, text) {
  /** @type {Set<string>} */
  const cited = new Set()
  /** @param {ts.Node} node */
  const visit = (node) => {
    if (ts.isCallExpression(node) && node.arguments[0] && isTest(node.expression)) {
      for (const [id] of node.arguments[0].getText().matchAll(rule)) cited.add(id)
    }
    ts.forEachChild(node, visit)
  }
  visit(parseSource(path, text))
  return cited
}

/**
 * `test`, `it` or `describe`, also with `.each(…)` and the like; not with `.skip` or `.todo`.
 * @param {ts.Node} callee
 * @returns {boolean}
 */
function isTest(callee) {
  if (ts.isIdentifier(callee)) return ['test', 'it', 'describe'].includes(callee.text)
  if (ts.isPropertyAccessExpression(callee)) {
    return !['skip', 'todo', 'fixme', 'step', 'use', 'extend'].includes(callee.name.text) && isTest(callee.expression)
  }
  if (ts.isCallExpression(callee)) return isTest(callee.expression)
  if (ts.isTaggedTemplateExpression(callee)) return isTest(callee.tag)
  return false
}
