import { type KeyValue, readKept } from '../drafts/key-value.ts'

/** Under which key the attachments of a draft are kept; null: of the conversation to begin. */
export function keptAttachmentsKey(key: string | null): string {
  return `livetype:attachments:${key ?? 'new'}`
}

/** Whether a draft has attachments from an earlier page: the trays are needed at once then. */
export function hasKeptAttachments(storage: KeyValue | null, key: string | null): boolean {
  return readKept(storage, keptAttachmentsKey(key)) !== ''
}
