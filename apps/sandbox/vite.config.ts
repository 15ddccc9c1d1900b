import { defineConfig } from 'vite'
import { inlineScripts } from './inline-scripts.ts'

/** Each page that stands in `input` is served by the API under /sandbox/, without the origin of the server. */
export default defineConfig({
  base: '/sandbox/',
  plugins: [inlineScripts()],
  build: {
    modulePreload: { polyfill: false },
    sourcemap: false,
    assetsInlineLimit: 0,
    rolldownOptions: { input: { preview: 'preview.html' } },
  },
})
