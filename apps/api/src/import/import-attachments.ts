import { Readable } from 'node:stream'
import { ChatError, type ExportedConversation, type ExportedMessage, exportedFileSchema } from '@livetype/protocol'
import { addFile } from '../files/add-file.ts'
import type { Services } from '../services.ts'
import { derivedId } from './derived-id.ts'

type Needed = Pick<Services, 'database' | 'attachmentLimits' | 'now'>

/** The attachments of one import: what came with the file, and what the owner has here already. */
export class ImportedAttachments {
  readonly #services: Needed
  readonly #ownerId: string
  /** Where an id was another's: the one it has here. */
  readonly #idHere = new Map<string, string>()
  /** Why one was not taken. */
  readonly #refusals = new Map<string, string>()

  constructor(services: Needed, ownerId: string) {
    this.#services = services
    this.#ownerId = ownerId
  }

  /**
   * Takes a file in as an upload is, by its bytes (FILE1). One that can't be is left out, and those that have it say
   * so. What no conversation of the import has is removed as other uploads are that nothing has.
   */
  async take(value: unknown): Promise<void> {
    const file = exportedFileSchema.safeParse(value)
    if (!file.success) return
    const { fileId, name, base64 } = file.data
    const bytes = Buffer.from(base64, 'base64')
    if (Math.ceil(bytes.length / 3) * 4 !== base64.length) {
      this.#refusals.set(fileId, 'It is no base64.')
      return
    }
    try {
      await this.#add(fileId, { name, bytes })
    } catch (error) {
      if (!(error instanceof ChatError) || error.code === 'storage-failed') throw error
      this.#refusals.set(fileId, error.message)
    }
  }

  async #add(fileId: string, { name, bytes }: { name: string; bytes: Buffer }): Promise<void> {
    const add = (id: string) =>
      addFile(this.#services, this.#ownerId, { fileId: id, name, body: Readable.from([bytes]) })
    try {
      await add(fileId)
    } catch (error) {
      if (!(error instanceof ChatError) || error.code !== 'id-conflict') throw error
      const idHere = derivedId(this.#ownerId, 'file', fileId)
      await add(idHere)
      this.#idHere.set(fileId, idHere)
    }
  }

  /**
   * The conversation with those attachments that this owner has here. A note stands in the place of each that is
   * missing; `left` says so, a sentence each.
   */
  async complete(conversation: ExportedConversation): Promise<{ conversation: ExportedConversation; left: string[] }> {
    const left: string[] = []
    let unknown = 0
    const messages: ExportedMessage[] = []
    for (const message of conversation.messages) {
      if (message.role === 'assistant' || message.parts.every((part) => part.type === 'text')) {
        messages.push(message)
        continue
      }
      const kept: typeof message.parts = []
      const said: string[] = []
      for (const part of message.parts) {
        if (part.type === 'text') {
          said.push(part.text)
          continue
        }
        const file = await this.#services.database.files.find(
          this.#ownerId,
          this.#idHere.get(part.fileId) ?? part.fileId,
        )
        // What it is is what was found here; the file may say anything of it.
        if (file) kept.push({ ...file.attachment, name: part.name })
        else {
          const refusal = this.#refusals.get(part.fileId)
          if (refusal === undefined) unknown += 1
          else left.push(`Left out: “${part.name}”. ${refusal}`)
          said.push(`*[${part.type}: ${part.name}]*`)
        }
      }
      const text = said.length > 0 ? [{ type: 'text' as const, text: said.join('\n\n') }] : []
      messages.push({ ...message, parts: [...kept, ...text] })
    }
    if (unknown > 0) left.push(`Left out: ${unknown} × attachment, whose bytes are not in the file.`)
    return { conversation: { ...conversation, messages }, left }
  }
}
