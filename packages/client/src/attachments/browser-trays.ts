import { type AttachmentLimits, makeId } from '@livetype/protocol'
import type { KeyValue } from '../drafts/key-value.ts'
import { type AttachmentTrays, createAttachmentTrays } from './attachment-trays.ts'
import { uploadByXhr } from './upload-by-xhr.ts'

/** The trays of a browser's tab, which uploads to the server that its page came from. */
export function createBrowserTrays(options: {
  storage: KeyValue | null
  limits(): Promise<AttachmentLimits>
}): AttachmentTrays {
  return createAttachmentTrays({
    ...options,
    upload: uploadByXhr,
    makeId,
    previewOf: (file) => (file instanceof Blob ? URL.createObjectURL(file) : null),
    revoke: (url) => URL.revokeObjectURL(url),
  })
}
