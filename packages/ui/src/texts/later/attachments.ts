/** The words of what is attached to a message that is being written, and of an image that is looked at. */
export const attachmentTexts = {
  tray: 'Attachments',
  drop: 'Drop files to attach them',
  dropHint: 'Images, PDFs and text',
  remove: (name: string) => `Remove ${name}`,
  retry: (name: string) => `Upload ${name} again`,
  progress: (name: string) => `Uploading ${name}`,
  begun: (name: string) => `${name} is being uploaded.`,
  attached: (name: string) => `${name} is attached.`,
  removed: (name: string) => `${name} was removed.`,
  failed: (name: string, reason: string) => `${name} could not be attached. ${reason}`,
  viewer: {
    place: (number: number, count: number) => `${number} / ${count}`,
    size: (width: number, height: number) => `${width} × ${height}`,
    previous: 'Previous image',
    next: 'Next image',
    original: 'Open the original',
  },
} as const
