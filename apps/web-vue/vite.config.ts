import tailwindcss from '@tailwindcss/vite'
import vue from '@vitejs/plugin-vue'
import { defineConfig, type ProxyOptions } from 'vite'
import { themeBoot } from './theme-boot-plugin.ts'

/** The API of `npm run dev`. */
const api = 'http://127.0.0.1:3000'

/**
 * Passes streams on and, unlike the proxy alone, their death too: an open response whose upstream died would
 * otherwise hang in the browser for ever.
 */
const streamProxy: ProxyOptions = {
  target: api,
  configure(proxy) {
    proxy.on('proxyRes', (upstream, _request, response) => {
      upstream.on('close', () => {
        if (!upstream.complete) response.destroy()
      })
    })
    proxy.on('error', (_error, _request, response) => {
      if ('headersSent' in response && response.headersSent) response.destroy()
    })
  },
}

export default defineConfig({
  base: '/vue/',
  plugins: [vue(), tailwindcss(), themeBoot()],
  server: {
    host: '127.0.0.1',
    port: 5174,
    strictPort: true,
    proxy: {
      '/trpc': { ...streamProxy, ws: true },
      '/chat-stream': streamProxy,
      '/files': streamProxy,
      '/export': streamProxy,
      '/import': streamProxy,
      '/sandbox': streamProxy,
    },
  },
  // The worker fetches its grammars when they are needed, which only modules can.
  worker: { format: 'es' },
  build: {
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // What the first page needs in one file: in the two dozen that it is cut into otherwise, it weighs 4 % more.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] } } },
  },
  // All components are <script setup>; the options API would only weigh.
  define: { __VUE_OPTIONS_API__: 'false' },
})
