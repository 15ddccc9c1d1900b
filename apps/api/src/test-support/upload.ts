import { attachmentSchema, failureSchema, makeId } from '@livetype/protocol'
import { z } from 'zod'

const refusalSchema = z.object({ error: failureSchema })

/** What became of an upload. */
export type Uploaded =
  | { readonly status: 200; readonly attachment: z.infer<typeof attachmentSchema> }
  | { readonly status: number; readonly failure: z.infer<typeof failureSchema> }

/** Uploads a file over real HTTP, as a browser does. */
export async function upload(
  url: string,
  file: { name: string; body: Uint8Array | string; fileId?: string },
): Promise<Uploaded> {
  const { name, body, fileId = makeId() } = file
  const response = await fetch(`${url}/files/${fileId}?name=${encodeURIComponent(name)}`, {
    method: 'PUT',
    body: typeof body === 'string' ? body : new Uint8Array(body),
    headers: { 'content-type': 'application/octet-stream' },
  })
  const answer: unknown = await response.json()
  return response.status === 200
    ? { status: 200, attachment: attachmentSchema.parse(answer) }
    : { status: response.status, failure: refusalSchema.parse(answer).error }
}

/** Uploads a file that has to be taken; returns what a message can have. */
export async function attach(url: string, name: string, body: Uint8Array | string) {
  const uploaded = await upload(url, { name, body })
  if (!('attachment' in uploaded)) throw new Error(`${name} was refused: ${uploaded.failure.message}`)
  return uploaded.attachment
}
