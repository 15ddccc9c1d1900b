import { createImporter, type Importer } from './create-importer.ts'
import { importByXhr } from './import-by-xhr.ts'

/** Imports at the server that the page came from. */
export function createBrowserImporter(): Importer {
  return createImporter(importByXhr)
}
