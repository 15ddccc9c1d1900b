/** What came with a message, as the demo tells of it. */
export interface DemoAttachment {
  readonly name: string
  readonly bytes: number
  /** Of an image: `800 × 600 pixels`; of a text: how many characters. */
  readonly extent: string
}

/** As apps/api/src/runs/attached-text.ts writes them. */
const images = /^<attached-image name="([^"]*)" type="[^"]*" bytes="(\d+)" width="(\d+)" height="(\d+)" \/>(?:\n\n|$)/
const files =
  /^<attached-file id="([\w-]+)" name="([^"]*)" type="[^"]*" bytes="(\d+)">\n([\s\S]*?)\n<\/attached-file id="\1">(?:\n\n|$)/

/** Takes what is attached off the beginning of a turn's text. Pure. */
export function takeAttachments(text: string): { readonly attachments: DemoAttachment[]; readonly question: string } {
  const attachments: DemoAttachment[] = []
  let question = text
  for (;;) {
    const image = images.exec(question)
    const file = image ? null : files.exec(question)
    if (image) {
      const [, name = '', bytes, width, height] = image
      attachments.push({ name: unescaped(name), bytes: Number(bytes), extent: `${width} × ${height} pixels` })
    }
    if (file) {
      const [, , name = '', bytes, content = ''] = file
      attachments.push({ name: unescaped(name), bytes: Number(bytes), extent: `${content.length} characters of text` })
    }
    const taken = image ?? file
    if (!taken) return { attachments, question }
    question = question.slice(taken[0].length)
  }
}

function unescaped(name: string): string {
  return name
    .replace(/&gt;/g, '>')
    .replace(/&lt;/g, '<')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
}
