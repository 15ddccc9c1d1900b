import { readFileSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import type { Plugin, ProxyOptions } from 'vite'
import { defineConfig } from 'vite'

/** Serves and ships the theme script as a file of its own: it has to run before the first paint. */
function themeBoot(): Plugin {
  const source = () => readFileSync(new URL('../../packages/ui/src/theme-boot.js', import.meta.url))
  return {
    name: 'livetype:theme-boot',
    configureServer(server) {
      server.middlewares.use('/theme-boot.js', (_request, response) => {
        response.setHeader('Content-Type', 'text/javascript')
        response.end(source())
      })
    },
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'theme-boot.js', source: source() })
    },
  }
}

const api: ProxyOptions = {
  target: 'http://127.0.0.1:3000',
  configure(proxy) {
    proxy.on('proxyRes', (upstream, _request, response) => {
      // Else a stream whose server died would hang in the browser for ever.
      upstream.on('close', () => {
        if (!upstream.complete) response.destroy()
      })
    })
    proxy.on('error', (_error, _request, response) => {
      if (isResponse(response) && response.headersSent) response.destroy()
    })
  },
}

function isResponse(response: object): response is ServerResponse {
  return 'headersSent' in response
}

export default defineConfig({
  plugins: [react(), tailwindcss(), themeBoot()],
  server: {
    host: '127.0.0.1',
    port: 5173,
    strictPort: true,
    proxy: {
      '/trpc': { ...api, ws: true },
      '/chat-stream': api,
      '/files': api,
      '/export': api,
      '/import': api,
      '/sandbox': api,
    },
  },
  // The worker fetches its grammars when they are needed, which only modules can.
  worker: { format: 'es' },
  build: {
    modulePreload: { polyfill: false },
    sourcemap: false,
    assetsInlineLimit: 0,
    // What the first page needs in one file: in the two dozen that it is cut into otherwise, it weighs 4 % more.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] } } },
  },
})
