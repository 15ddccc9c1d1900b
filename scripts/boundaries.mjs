import { dirname, posix } from 'node:path'
import ts from 'typescript'
import { isTestFile } from './source-files.mjs'
import { importsOf, lineOf, parseSource } from './source-imports.mjs'

/** @typedef {{ path: string, line: number, what: string, why: string }} Violation */

/** Which packages a workspace's own code may import. Tests may also import what `testOnly` says. */
const mayImport = {
  'packages/protocol': [],
  'packages/db': ['protocol'],
  'packages/client': ['protocol'],
  'packages/ui': ['protocol'],
  'packages/test-network': [],
  'apps/api': ['protocol', 'db'],
  'apps/web-react': ['protocol', 'client', 'ui'],
  'apps/web-vue': ['protocol', 'client', 'ui'],
  'apps/sandbox': ['protocol'],
  'apps/mock-model': ['protocol'],
  'apps/bench': ['protocol', 'client', 'db', 'mock-model'],
  'apps/faults': ['protocol', 'client', 'db', 'mock-model', 'api', 'test-network'],
  'apps/e2e': ['protocol', 'client', 'mock-model', 'api', 'ui', 'test-network'],
}

const testOnly = ['api', 'mock-model', 'test-network']

const reasons = {
  direction:
    'Imports run one way, apps → client → protocol and api → db → protocol, so that each layer can be understood, tested and replaced without those above it.',
  app: 'An app is the outermost layer and knows its surroundings. Only tests use one, and one file of packages/client takes the type AppRouter (and nothing that runs) from the API.',
  relative: 'A package is used through its exports alone: what it does not export may change at any time.',
  storage:
    'Only packages/db knows the database, so that another engine can take its place (LOG7) and no query goes without an owner (DOOR1).',
  openai:
    'What model servers do differently is settled in the provider adapters; everything else sees the provider port.',
  neutral:
    'The protocol and the core of the client run in browsers, in Node and in workers alike. What needs a DOM belongs in packages/client/src/browser, what needs Node in packages/client/src/node.',
  environment:
    'The environment is read in config.ts alone, through a schema: what can be set, and what is wrong with it, is then known in one place and at the start.',
  folders: 'A folder is named for what it is about. A name that fits everything gathers everything.',
}

/**
 * The folders whose code must run anywhere.
 * @param {string} path
 */
const isNeutral = (path) =>
  !isTestFile(path) &&
  (path.startsWith('packages/protocol/src/') ||
    (path.startsWith('packages/client/src/') && !/^packages\/client\/src\/(.*\/)?(browser|node)\//.test(path)))

const platformGlobals = new Set(
  `window document localStorage sessionStorage location history screen HTMLElement Element Node MutationObserver
  ResizeObserver IntersectionObserver requestAnimationFrame cancelAnimationFrame matchMedia getComputedStyle
  process Buffer require module __dirname __filename setImmediate clearImmediate global`.split(/\s+/),
)

const allowedEnvironment = [/(^|\/)config\.ts$/, /\.config\.[cm]?[jt]s$/, /^scripts\//, /\/scripts\//, /^apps\/bench\//]

/**
 * Everything in which a file breaks the repository's boundaries, each with the reason for the boundary.
 * @param {string} path from the root
 * @param {string} text
 * @returns {Violation[]}
 */
export function boundaryViolations(path, text) {
  const folders = vagueFolders(path)
  if (!/\.([cm]?[jt]s|tsx|vue)$/.test(path)) return folders
  const imports = importsOf(path, text)
  return [
    ...folders,
    ...imports.flatMap((found) =>
      importViolations(path, found).map((violation) => ({ path, line: found.line, ...violation })),
    ),
    ...globalViolations(path, text),
  ]
}

/** @param {string} path @returns {Violation[]} */
function vagueFolders(path) {
  const vague = dirname(path)
    .split('/')
    .find((folder) => /^(utils?|helpers?|common|types|misc|lib)$/.test(folder))
  return vague ? [{ path, line: 1, what: `is in a folder named "${vague}"`, why: reasons.folders }] : []
}

/**
 * @param {string} path
 * @param {import('./source-imports.mjs').SourceImport} found
 * @returns {{ what: string, why: string }[]}
 */
function importViolations(path, { specifier, isTypeOnly }) {
  const what = `imports "${specifier}"`
  const own = workspaceOf(path)
  if (specifier.startsWith('.')) {
    const target = posix.normalize(posix.join(posix.dirname(path), specifier))
    const leaves = own !== undefined && !target.startsWith(`${own}/`)
    const isTooling = /\.config\.[cm]?ts$/.test(path) || isTestFile(path)
    return leaves && !(isTooling && /^(scripts\/|[^/]+$)/.test(target)) ? [{ what, why: reasons.relative }] : []
  }
  if (specifier.startsWith('@livetype/')) return packageViolations({ path, own, specifier, isTypeOnly })
  const name = specifier.startsWith('@') ? specifier.split('/').slice(0, 2).join('/') : specifier.split('/')[0]
  if (/^(drizzle-orm|drizzle-kit|better-sqlite3)$/.test(name ?? '') && own !== 'packages/db')
    return [{ what, why: reasons.storage }]
  if (name === 'openai' && !path.startsWith('apps/api/src/providers/') && own !== 'apps/bench') {
    return [{ what, why: reasons.openai }]
  }
  if (specifier.startsWith('node:') && isNeutral(path)) return [{ what, why: reasons.neutral }]
  return []
}

/**
 * @param {{ path: string, own: string | undefined, specifier: string, isTypeOnly: boolean }} found
 * @returns {{ what: string, why: string }[]}
 */
function packageViolations({ path, own, specifier, isTypeOnly }) {
  const wanted = specifier.split('/')[1] ?? ''
  const what = `imports "${specifier}"`
  if (own === undefined || own.endsWith(`/${wanted}`)) return []
  const allowed = /** @type {Record<string, string[]>} */ (mayImport)[own] ?? ['client', 'protocol']
  if (allowed.includes(wanted)) return []
  if (isTestFile(path) && testOnly.includes(wanted)) return []
  const isApp = ['api', 'web-react', 'web-vue', 'sandbox', 'mock-model', 'bench', 'faults', 'e2e'].includes(wanted)
  const isRouterType = own === 'packages/client' && specifier === '@livetype/api/router' && isTypeOnly
  if (isRouterType) return []
  return [{ what, why: isApp ? reasons.app : reasons.direction }]
}

/**
 * Uses of the environment outside of config.ts, and of a platform's globals in neutral code.
 * @param {string} path
 * @param {string} text
 * @returns {Violation[]}
 */
function globalViolations(path, text) {
  const readsEnvironment = !isTestFile(path) && !allowedEnvironment.some((pattern) => pattern.test(path))
  const neutral = isNeutral(path)
  if (!readsEnvironment && !neutral) return []
  const source = parseSource(path, text)
  const declared = declaredNames(source)
  /** @type {Violation[]} */
  const found = []
  /** @param {ts.Node} node */
  const visit = (node) => {
    if (readsEnvironment && isEnvironment(node)) {
      found.push({ path, line: lineOf(source, node), what: `reads ${node.getText(source)}`, why: reasons.environment })
    } else if (neutral && ts.isIdentifier(node) && isPlatformGlobal(node) && !declared.has(node.text)) {
      found.push({ path, line: lineOf(source, node), what: `uses "${node.text}"`, why: reasons.neutral })
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

/** `process.env` in whatever way it is written, but for handing it whole to a `config.ts` from a main.ts. @param {ts.Node} node */
function isEnvironment(node) {
  return (
    ts.isPropertyAccessExpression(node) &&
    node.name.text === 'env' &&
    ts.isIdentifier(node.expression) &&
    node.expression.text === 'process' &&
    !isHandedToConfig(node)
  )
}

/** `readConfig(process.env, …)`: the composition root may say where the configuration comes from. @param {ts.Node} node */
function isHandedToConfig({ parent }) {
  return ts.isCallExpression(parent) && /^read\w*Config$/.test(parent.expression.getText())
}

/** @param {ts.Identifier} node */
function isPlatformGlobal(node) {
  if (!platformGlobals.has(node.text)) return false
  const { parent } = node
  const isName =
    (ts.isPropertyAccessExpression(parent) && parent.name === node && parent.expression.getText() !== 'globalThis') ||
    (ts.isPropertyAssignment(parent) && parent.name === node) ||
    ((ts.isPropertySignature(parent) || ts.isPropertyDeclaration(parent) || ts.isMethodSignature(parent)) &&
      parent.name === node) ||
    ((ts.isMethodDeclaration(parent) || ts.isGetAccessor(parent)) && parent.name === node) ||
    (ts.isBindingElement(parent) && parent.propertyName === node) ||
    (ts.isQualifiedName(parent) && parent.right === node)
  return !isName
}

/** The names that a file declares or imports itself, wherever in it. @param {ts.SourceFile} source */
function declaredNames(source) {
  /** @type {Set<string>} */
  const names = new Set()
  /** @param {ts.Node} node */
  const visit = (node) => {
    const name = 'name' in node ? /** @type {ts.Node | undefined} */ (node.name) : undefined
    const declares =
      ts.isVariableDeclaration(node) ||
      ts.isParameter(node) ||
      ts.isBindingElement(node) ||
      ts.isImportSpecifier(node) ||
      ts.isImportClause(node) ||
      ts.isFunctionDeclaration(node) ||
      ts.isClassDeclaration(node) ||
      ts.isInterfaceDeclaration(node) ||
      ts.isTypeAliasDeclaration(node)
    if (declares && name && ts.isIdentifier(name)) names.add(name.text)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return names
}

/**
 * The workspace a path is in, such as `apps/api`; undefined for the root's own files.
 * @param {string} path
 */
function workspaceOf(path) {
  return /^(?:apps|packages|examples)\/[^/]+(?=\/)/.exec(path)?.[0]
}
