import { defineConfig } from 'vite'
import { inlineScripts } from './inline-scripts.ts'

/**
 * Each page is served by the API under /sandbox/, without the origin of the server. They are built one at a time, by
 * `--mode`, so that they share no file: a page that needs no more than itself has to be a single one.
 */
export default defineConfig(({ mode }) => {
  const page = mode === 'diagram' || mode === 'image' ? mode : 'preview'
  return {
    base: '/sandbox/',
    plugins: [inlineScripts()],
    build: {
      emptyOutDir: page === 'preview',
      modulePreload: { polyfill: false },
      sourcemap: false,
      assetsInlineLimit: 0,
      // The parser of some kinds of diagram is one large file, which is fetched for those alone.
      chunkSizeWarningLimit: 800,
      rolldownOptions: { input: { [page]: `${page}.html` } },
    },
  }
})
