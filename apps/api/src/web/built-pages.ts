import { join } from 'node:path'
import type { WebPages } from './web-routes.ts'

/** The web clients of this repository, and the pages for their frames, as `npm run build` leaves them. */
export function builtPages(rootDir: string): WebPages {
  return {
    clients: [
      { prefix: '/', folder: join(rootDir, 'apps/web-react/dist'), isSinglePage: true },
      { prefix: '/vue/', folder: join(rootDir, 'apps/web-vue/dist'), isSinglePage: true },
      { prefix: '/plain/', folder: join(rootDir, 'examples/plain-js'), isSinglePage: false },
    ],
    sandbox: join(rootDir, 'apps/sandbox/dist'),
  }
}
