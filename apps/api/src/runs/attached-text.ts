import type { Attachment } from '@livetype/protocol'

/**
 * How a model is told of what is attached: a line for an image, whose pixels go beside the text, and a file's text
 * between two lines that carry its id, so that nothing in the text can end it. The demo model reads the same:
 * apps/api/src/providers/demo/demo-attachments.ts.
 * @param text of a file; undefined where it is no longer there.
 */
export function attachedText(attachment: Attachment, text?: string): string {
  const { name, mediaType, sizeBytes, fileId } = attachment
  const about = `name="${escaped(name)}" type="${mediaType}" bytes="${sizeBytes}"`
  if (attachment.type === 'image') {
    return `<attached-image ${about} width="${attachment.width}" height="${attachment.height}" />`
  }
  if (text === undefined) return `<attached-file ${about} missing="true" />`
  const mark = fileId.slice(0, 8)
  return `<attached-file id="${mark}" ${about}>\n${text}\n</attached-file id="${mark}">`
}

function escaped(name: string): string {
  return name.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}
