import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

/** @typedef {{ scriptBytes: number, styleBytes: number }} BundleSize gzipped, of what the first page load fetches */

/**
 * What a built web client makes a browser fetch before it shows anything: the scripts, preloads and styles that its
 * index.html names.
 * @param {string} folder the `dist` folder
 * @returns {BundleSize}
 */
export function bundleSize(folder) {
  const html = readFileSync(join(folder, 'index.html'), 'utf8')
  const tags = [...html.matchAll(/<(?:script|link)\b[^>]*>/g)].map(([tag]) => tag)
  const scripts = tags.filter((tag) => /^<script\b[^>]*\bsrc=|\brel="modulepreload"/.test(tag))
  const styles = tags.filter((tag) => /\brel="stylesheet"/.test(tag))
  return { scriptBytes: sizeOf(folder, scripts), styleBytes: sizeOf(folder, styles) }
}

/** @param {string} folder @param {string[]} tags */
function sizeOf(folder, tags) {
  const urls = tags.map((tag) => /\b(?:src|href)="([^"]+)"/.exec(tag)?.[1] ?? '')
  return [...new Set(urls)].reduce((sum, url) => sum + gzipSync(readFileSync(fileOf(folder, url))).length, 0)
}

/** The file behind a URL that may begin with the path under which the client is served. @param {string} folder @param {string} url */
function fileOf(folder, url) {
  const steps =
    url
      .split(/[?#]/, 1)[0]
      ?.split('/')
      .filter((step) => step !== '' && step !== '.') ?? []
  for (let skipped = 0; skipped < steps.length; skipped += 1) {
    const path = join(folder, ...steps.slice(skipped))
    if (existsSync(path)) return path
  }
  throw new Error(`${folder}/index.html names ${url}, which is not there.`)
}
