import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { accessSync, constants, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'

const shippedConfig = new URL('../../../../deploy/nginx.conf', import.meta.url)

/** Chromium takes every name under localhost for this machine; the door takes it for a foreign one, until it is told. */
const name = 'chat.localhost'

/** What the proxy asks for. */
export const credentials = { username: 'owner', password: 'a long password' }

/** The shipped nginx.conf at work: HTTP/2 and TLS on a port of this machine, in front of one server. */
export interface Nginx extends AsyncDisposable {
  /** Begins new worker processes with the configuration, and lets the old ones end, as `nginx -s reload` does. */
  reload(): Promise<void>
}

/** Why the proxy can't be started here, or undefined where it can. */
export function nginxIsMissing(): string | undefined {
  if (findNginx() === undefined) return 'nginx is not installed'
  return spawnSync('openssl', ['version']).status === 0 ? undefined : 'openssl is not installed'
}

/** A port for it and the origin that browsers see there. */
export async function reserveOrigin(): Promise<{ port: number; origin: string }> {
  // Below those that outgoing connections are given: nothing takes it until nginx does.
  for (let tries = 0; tries < 50; tries += 1) {
    const port = 10_000 + Math.floor(Math.random() * 20_000)
    if (await isFree(port)) return { port, origin: `https://${name}:${port}` }
  }
  throw new Error('no port is free')
}

async function isFree(port: number): Promise<boolean> {
  const probe = createServer()
  const isListening = new Promise<boolean>((resolve) => {
    probe.once('listening', () => resolve(true))
    probe.once('error', () => resolve(false))
  })
  probe.listen(port, '127.0.0.1')
  if (!(await isListening)) return false
  probe.close()
  await once(probe, 'close')
  return true
}

/** @param options.upstream the server behind it, such as `http://127.0.0.1:3000` */
export async function startNginx(options: { port: number; upstream: string }): Promise<Nginx> {
  const folder = mkdtempSync(join(tmpdir(), 'livetype-nginx-'))
  mkdirSync(join(folder, 'temp'))
  makeCertificate(folder)
  writeFileSync(join(folder, 'passwords'), `${credentials.username}:{PLAIN}${credentials.password}\n`)
  writeFileSync(join(folder, 'site.conf'), siteConfig(folder, options))
  writeFileSync(join(folder, 'nginx.conf'), mainConfig(folder))
  const child = spawn(findNginx() ?? 'nginx', ['-p', folder, '-c', join(folder, 'nginx.conf')], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const stop = () => child.kill('SIGKILL')
  process.once('exit', stop)
  await untilWorking(child)
  return {
    async reload() {
      const working = untilWorking(child)
      child.kill('SIGHUP')
      await working
    },
    async [Symbol.asyncDispose]() {
      process.off('exit', stop)
      const exited = once(child, 'exit')
      child.kill('SIGTERM')
      await exited
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The shipped site, with the places, names and ports of a test. What is replaced has to be there. */
function siteConfig(folder: string, { port, upstream }: { port: number; upstream: string }): string {
  const replacements: [RegExp, string][] = [
    [/^ *listen \[::\]:.*\n/gm, ''],
    [/listen 80;/, `listen unix:${join(folder, 'plain.socket')};`],
    [/listen 443 ssl/, `listen 127.0.0.1:${port} ssl`],
    [/chat\.example\.com;/g, `${name};`],
    [/127\.0\.0\.1:3000/, new URL(upstream).host],
    [/\/etc\/letsencrypt\/\S+\/fullchain\.pem/, join(folder, 'certificate.pem')],
    [/\/etc\/letsencrypt\/\S+\/privkey\.pem/, join(folder, 'key.pem')],
    [/(auth_basic_user_file) .*;/, `$1 ${join(folder, 'passwords')};`],
  ]
  return replacements.reduce(
    (text, [pattern, replacement]) => {
      if (!new RegExp(pattern.source, pattern.flags).test(text)) throw new Error(`deploy/nginx.conf lacks ${pattern}`)
      return text.replace(pattern, replacement)
    },
    readFileSync(shippedConfig, 'utf8'),
  )
}

/** What a distribution's own nginx.conf is around a site. */
function mainConfig(folder: string): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (what) => `  ${what}_temp_path ${join(folder, 'temp', what)};`,
  )
  return [
    'daemon off;',
    // Its folder is this user's alone.
    ...(process.getuid?.() === 0 ? ['user root;'] : []),
    'worker_processes 1;',
    'worker_shutdown_timeout 1s;',
    `pid ${join(folder, 'nginx.pid')};`,
    'error_log stderr notice;',
    'events { worker_connections 256; }',
    'http {',
    '  access_log off;',
    ...temporary,
    `  include ${join(folder, 'site.conf')};`,
    '}',
    '',
  ].join('\n')
}

function makeCertificate(folder: string): void {
  const args = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2']
  args.push('-subj', `/CN=${name}`, '-keyout', join(folder, 'key.pem'), '-out', join(folder, 'certificate.pem'))
  const { status, stderr } = spawnSync('openssl', args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`openssl made no certificate: ${stderr}`)
}

/** Resolves when a worker process has begun. */
function untilWorking(child: ChildProcess): Promise<void> {
  let output = ''
  return new Promise((resolve, reject) => {
    const read = (chunk: unknown) => {
      output += String(chunk)
      if (output.includes('start worker process ')) settle(resolve)
    }
    const fail = () => settle(() => reject(new Error(`nginx did not start:\n${output}`)))
    const settle = (done: () => void) => {
      child.stderr?.off('data', read)
      child.off('exit', fail)
      done()
    }
    child.stderr?.on('data', read)
    child.once('exit', fail)
    child.once('error', fail)
  })
}

function findNginx(): string | undefined {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin']
  return folders.map((folder) => join(folder, 'nginx')).find(isExecutable)
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false // Not there, or not ours to run: the next place.
  }
}
