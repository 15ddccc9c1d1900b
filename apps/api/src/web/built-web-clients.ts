import { join } from 'node:path'
import type { WebClient } from './web-routes.ts'

/** The web clients of this repository as `npm run build` leaves them. */
export function builtWebClients(rootDir: string): readonly WebClient[] {
  return [
    { prefix: '/', folder: join(rootDir, 'apps/web-react/dist'), isSinglePage: true },
    { prefix: '/vue/', folder: join(rootDir, 'apps/web-vue/dist'), isSinglePage: true },
    { prefix: '/plain/', folder: join(rootDir, 'examples/plain-js'), isSinglePage: false },
  ]
}
