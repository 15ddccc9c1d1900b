import type { ImportReport } from '@livetype/protocol'

/** How the import of a file stands. What it took is in the list at once, however it ends. */
export type ImportView =
  | { readonly status: 'idle' }
  /** `part`: how much of the file is there, from 0 to 1; `conversations`: how many of it were read, as far as is known. */
  | { readonly status: 'running'; readonly name: string; readonly part: number; readonly conversations: number }
  | { readonly status: 'stopped'; readonly name: string }
  | { readonly status: 'failed'; readonly name: string; readonly message: string }
  | { readonly status: 'done'; readonly name: string; readonly report: ImportReport }
