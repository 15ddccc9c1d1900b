import ts from 'typescript'

/**
 * @typedef {object} SourceImport
 * @property {string} specifier
 * @property {number} line from 1
 * @property {boolean} isTypeOnly whether it is gone at run time
 */

/**
 * What a source imports: `import`, `export … from`, `import()` and `import type`, in .ts, .tsx, .mjs, .js and .vue.
 * @param {string} path which says what language it is
 * @param {string} text
 * @returns {SourceImport[]}
 */
export function importsOf(path, text) {
  const source = parseSource(path, text)
  /** @type {SourceImport[]} */
  const found = []
  /** @param {ts.Node} literal @param {boolean} isTypeOnly */
  const add = (literal, isTypeOnly) => {
    if (ts.isStringLiteralLike(literal))
      found.push({ specifier: literal.text, line: lineOf(source, literal), isTypeOnly })
  }
  /** @param {ts.Node} node */
  const visit = (node) => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, isTypeOnlyImport(node))
    else if (ts.isExportDeclaration(node) && node.moduleSpecifier) add(node.moduleSpecifier, node.isTypeOnly)
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, true)
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword && node.arguments[0]) {
      add(node.arguments[0], false)
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

/**
 * Parses a source; of a Vue component its scripts, at the lines they have in the file.
 * @param {string} path
 * @param {string} text
 */
export function parseSource(path, text) {
  const isVue = path.endsWith('.vue')
  const code = isVue ? scriptsOf(text) : text
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : /\.[cm]?js$/.test(path) ? ts.ScriptKind.JS : ts.ScriptKind.TS
  return ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true, kind)
}

/**
 * The line of a node, from 1.
 * @param {ts.SourceFile} source
 * @param {ts.Node} node
 */
export function lineOf(source, node) {
  return source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1
}

/** @param {ts.ImportDeclaration} node */
function isTypeOnlyImport({ importClause }) {
  if (!importClause) return false
  if (importClause.isTypeOnly) return true
  const bindings = importClause.namedBindings
  const hasOnlyTypes =
    bindings && ts.isNamedImports(bindings) && bindings.elements.every((element) => element.isTypeOnly)
  return Boolean(hasOnlyTypes && !importClause.name && bindings.elements.length > 0)
}

/**
 * All that is not within `<script>` becomes blank, so that lines stay where they are.
 * @param {string} text
 */
function scriptsOf(text) {
  const blank = (/** @type {string} */ part) => part.replace(/[^\n]/g, ' ')
  let code = ''
  let end = 0
  for (const match of text.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)) {
    const start = match.index + match[0].indexOf('>') + 1
    const script = match[1] ?? ''
    code += blank(text.slice(end, start)) + script
    end = start + script.length
  }
  return code + blank(text.slice(end))
}
