/**
 * The server's contract, as a type alone: nothing of the server is ever loaded by a client. The one import of an
 * app in all packages; whatever else needs the type takes it from here.
 */
export type { AppRouter } from '@livetype/api/router'
