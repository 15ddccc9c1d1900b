import type { Attachment, Failure } from '@livetype/protocol'

/** A file that is attached to what a person is writing. */
export interface TrayItem {
  /** Of its upload. */
  readonly id: string
  readonly name: string
  readonly sizeBytes: number
  /** What to show of an image; null: nothing. */
  readonly previewUrl: string | null
  readonly state:
    | { readonly status: 'uploading'; readonly progress: number }
    | { readonly status: 'ready'; readonly attachment: Attachment }
    | { readonly status: 'failed'; readonly failure: Failure }
}

/** What is attached in one place of writing. */
export interface TrayView {
  readonly items: readonly TrayItem[]
  /** Those that a message can have already. */
  readonly attachments: readonly Attachment[]
  readonly isUploading: boolean
  readonly hasFailed: boolean
}

/** What is attached where nothing is. */
export const emptyTray: TrayView = { items: [], attachments: [], isUploading: false, hasFailed: false }

/** What these items are together. */
export function trayView(items: readonly TrayItem[]): TrayView {
  if (items.length === 0) return emptyTray
  return {
    items,
    attachments: items.flatMap(({ state }) => (state.status === 'ready' ? [state.attachment] : [])),
    isUploading: items.some(({ state }) => state.status === 'uploading'),
    hasFailed: items.some(({ state }) => state.status === 'failed'),
  }
}
