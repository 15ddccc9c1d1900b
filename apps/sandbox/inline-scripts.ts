import type { Plugin } from 'vite'

/**
 * Puts the script of a page that is a single file into the page itself. Such a page asks for nothing more: not by a
 * browser that keeps a proxy's password from pages without an origin, and not when the network has gone since.
 * The server allows by their hashes the scripts that stand in a page (apps/api/src/sandbox/page-policy.ts).
 */
export function inlineScripts(): Plugin {
  return {
    name: 'livetype:inline-scripts',
    enforce: 'post',
    generateBundle(_, bundle) {
      for (const page of Object.values(bundle)) {
        if (page.type !== 'asset' || !page.fileName.endsWith('.html')) continue
        page.source = String(page.source).replace(
          /<script type="module" crossorigin src="\/sandbox\/([^"]+)"><\/script>/,
          (tag, fileName: string) => {
            const chunk = bundle[fileName]
            if (chunk?.type !== 'chunk' || chunk.imports.length > 0 || chunk.dynamicImports.length > 0) return tag
            delete bundle[fileName]
            return `<script type="module">${chunk.code.replaceAll('</script', '<\\/script')}</script>`
          },
        )
      }
    },
  }
}
