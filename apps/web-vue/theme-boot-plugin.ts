import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

const source = fileURLToPath(import.meta.resolve('@livetype/ui/theme-boot.js'))

/**
 * Puts the script that sets the theme before the first paint at the top of the page: as it is, blocking, and in a
 * file of its own, because the content security policy allows nothing inline.
 */
export function themeBoot(): Plugin {
  let url = ''
  return {
    name: 'livetype-theme-boot',
    configResolved(config) {
      url = `${config.base}theme-boot.js`
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        if (request.url !== url) return next()
        response.setHeader('Content-Type', 'text/javascript').end(readFileSync(source))
      })
    },
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'theme-boot.js', source: readFileSync(source) })
    },
    transformIndexHtml() {
      return [{ tag: 'script', attrs: { src: url }, injectTo: 'head-prepend' }]
    },
  }
}
