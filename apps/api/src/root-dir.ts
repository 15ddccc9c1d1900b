import { fileURLToPath } from 'node:url'

/** The folder of the repository, from which relative paths in the settings start. */
export const rootDir = fileURLToPath(new URL('../../../', import.meta.url))
