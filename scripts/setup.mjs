// Brings the installed packages to the state of package-lock.json. It runs before every root script, on the
// machine's own Node, so it may use nothing that is installed and nothing newer than Node 20.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, dirname, join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { hasPinnedNode, isInstalled, rememberInstall } from './install-state.mjs'
import { acquireLock } from './setup-lock.mjs'

const oldestNode = 20
const root = dirname(dirname(fileURLToPath(import.meta.url)))

await main()

async function main() {
  const version = process.versions.node
  if (Number.parseInt(version, 10) < oldestNode) {
    fail(
      `Livetype needs Node ${oldestNode} or newer to install itself; this is Node ${version}. See https://nodejs.org.`,
    )
    return
  }
  if (isInstalled(root)) return
  const release = await acquireLock(root, () => console.error('Another set-up is running here; waiting for it.'))
  try {
    if (!isInstalled(root)) await install()
  } finally {
    release()
  }
}

async function install() {
  const startedAt = Date.now()
  console.error('Installing dependencies. The first time this takes a minute or so.')
  // Scripts are off because npm would otherwise try to compile better-sqlite3, which ships its binaries
  // (its `gypfile: false` is lost in lockfiles), and ask for Python and a compiler.
  const ci = await runNpm(['ci', '--ignore-scripts', '--include=dev', '--include=optional', '--prefer-offline'])
  // The one install script that matters: it puts the pinned Node at node_modules/.bin/node.
  const node = ci.isOk ? await runNpm(['rebuild', 'node', '--foreground-scripts']) : ci
  if (node.isOk && hasPinnedNode(root)) {
    rememberInstall(root)
    console.error(`Installed in ${Math.round((Date.now() - startedAt) / 1000)} s.`)
    return
  }
  fail(`Installing failed: ${reasonOf(node.output)}`)
}

/** @param {string} output what npm wrote */
function reasonOf(output) {
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ENOTCACHED|network request/.test(output)) {
    return 'the package registry could not be reached. Check the network (or the proxy and registry in your npm configuration) and run the command again.'
  }
  if (/ENOSPC/.test(output)) return 'the disk is full.'
  if (/EACCES|EPERM|EBUSY/.test(output)) {
    return 'a file could not be written. Stop what is running from this folder, check who owns it, and run the command again.'
  }
  if (/can only install packages when your package.json and package-lock.json/.test(output)) {
    return 'package.json and package-lock.json disagree. Run "npm install" once to bring them together.'
  }
  return 'npm says why above. "npm ci" in this folder shows it again.'
}

/**
 * Runs the machine's own npm, showing what it writes.
 * @param {string[]} args
 * @returns {Promise<{ isOk: boolean, output: string }>}
 */
function runNpm(args) {
  return new Promise((resolve) => {
    const child = spawn('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: root,
      env: outerEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (/** @type {Buffer} */ chunk) => {
        output += chunk
        process.stderr.write(chunk)
      })
    }
    child.on('error', (error) => resolve({ isOk: false, output: `${output}${error.message}` }))
    child.on('close', (code) => resolve({ isOk: code === 0, output }))
  })
}

/** The environment without what the npm around this script put in: its Node is about to be replaced, and its flags were for it. */
function outerEnvironment() {
  const environment = { ...process.env }
  for (const name of Object.keys(environment)) {
    if (
      /^npm_(config_(workspace|workspaces|omit|include|production|dry_run|prefix|global|ignore_scripts)|package_|lifecycle_)/i.test(
        name,
      )
    ) {
      delete environment[name]
    }
  }
  const pathName = Object.keys(environment).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH'
  const folders = (environment[pathName] ?? '').split(delimiter)
  const outside = folders.filter((folder) => !folder.endsWith(`node_modules${sep}.bin`))
  const hasNpm = outside.some((folder) => existsSync(join(folder, process.platform === 'win32' ? 'npm.cmd' : 'npm')))
  environment[pathName] = (hasNpm ? outside : folders).join(delimiter)
  return environment
}

/** @param {string} sentence */
function fail(sentence) {
  console.error(`\n${sentence}`)
  process.exitCode = 1
}
