import {
  type Attachment,
  type AttachmentLimits,
  attachmentSchema,
  ChatError,
  imageMediaTypes,
} from '@livetype/protocol'
import { chatErrorFrom } from '../chat-store/chat-error-from.ts'
import { type KeyValue, keep, readKept } from '../drafts/key-value.ts'
import type { Observable } from '../observable.ts'
import { keptAttachmentsKey } from './kept-attachments.ts'
import { type TrayItem, type TrayView, trayView } from './tray-view.ts'
import type { LocalFile, Upload } from './upload.ts'
import { createUploadSlots } from './upload-slots.ts'

/**
 * What is attached to messages that are not sent yet, in each place of writing by its key: a conversation's id, `null`
 * for the one to begin, or that of an edit. What has been uploaded outlives the page, as drafts do. @see SPEC.md FILE3
 */
export interface AttachmentTrays {
  tray(key: string | null): Observable<TrayView>
  /** Begins to upload files; what can't be taken shows why in its own item. */
  add(key: string | null, files: readonly LocalFile[]): void
  /** Takes one away, on its way up or not. */
  remove(key: string | null, id: string): void
  /** Uploads one that failed again. */
  retry(key: string | null, id: string): void
  /** Empties a tray, and returns what can be sent of it; what had failed was seen and goes too. */
  take(key: string | null): readonly Attachment[]
  /** Puts attachments back, or in the first place, where they are not there already. */
  put(key: string | null, attachments: readonly Attachment[]): void
  /** Forgets everything of a place. */
  clear(key: string | null): void
}

interface Tray {
  view: TrayView
  readonly observable: Observable<TrayView>
  readonly listeners: Set<() => void>
}

/** So many files go up at a time: the streams of all tabs need connections too. */
const maxUploadsAtOnce = 2

/** @see AttachmentTrays */
export function createAttachmentTrays(options: {
  upload: Upload
  storage: KeyValue | null
  /** What the server takes; asked once a file is to be uploaded. */
  limits(): Promise<AttachmentLimits>
  makeId(): string
  /** An address of a local image, and the end of that address. */
  previewOf(file: LocalFile): string | null
  revoke(url: string): void
}): AttachmentTrays {
  const trays = new Map<string | null, Tray>()
  const running = new Map<string, { readonly file: LocalFile; abort: AbortController }>()
  const slots = createUploadSlots(maxUploadsAtOnce)

  function trayOf(key: string | null): Tray {
    const known = trays.get(key)
    if (known) return known
    const listeners = new Set<() => void>()
    const items = parseKept(readKept(options.storage, keptAttachmentsKey(key))).map(readyItem)
    const tray: Tray = {
      view: trayView(items),
      listeners,
      observable: {
        get: () => tray.view,
        subscribe(listener) {
          listeners.add(listener)
          return () => void listeners.delete(listener)
        },
      },
    }
    trays.set(key, tray)
    return tray
  }

  function show(key: string | null, items: readonly TrayItem[]): void {
    const tray = trayOf(key)
    tray.view = trayView(items)
    const { attachments } = tray.view
    keep(options.storage, keptAttachmentsKey(key), attachments.length === 0 ? '' : JSON.stringify(attachments))
    for (const listener of [...tray.listeners]) listener()
  }

  const has = (key: string | null, id: string) => trayOf(key).view.items.some((item) => item.id === id)

  function change(key: string | null, id: string, state: TrayItem['state']): void {
    show(
      key,
      trayOf(key).view.items.map((item) => (item.id === id ? { ...item, state } : item)),
    )
  }

  async function bring(key: string | null, id: string, file: LocalFile): Promise<void> {
    const abort = new AbortController()
    running.set(id, { file, abort })
    try {
      const limits = await options.limits()
      assertRoom(key, id, limits)
      assertSize(file, limits)
      using _ = await slots.take()
      if (abort.signal.aborted) return
      const onProgress = (progress: number) => {
        if (has(key, id)) change(key, id, { status: 'uploading', progress })
      }
      const attachment = await options.upload({ fileId: id, file, signal: abort.signal, onProgress })
      if (has(key, id)) change(key, id, { status: 'ready', attachment })
      running.delete(id)
    } catch (error) {
      if (has(key, id)) change(key, id, { status: 'failed', failure: chatErrorFrom(error).toFailure() })
    }
  }

  function assertRoom(key: string | null, id: string, { maxAttachments }: AttachmentLimits): void {
    const counted = trayOf(key).view.items.filter(({ state }) => state.status !== 'failed')
    if (counted.findIndex((item) => item.id === id) < maxAttachments) return
    throw new ChatError('invalid-input', `A message can have up to ${maxAttachments} attachments.`)
  }

  function forget(item: TrayItem): void {
    running.get(item.id)?.abort.abort()
    running.delete(item.id)
    if (item.previewUrl?.startsWith('blob:')) options.revoke(item.previewUrl)
  }

  function drop(key: string | null, isDropped: (item: TrayItem) => boolean): void {
    const { items } = trayOf(key).view
    for (const item of items) if (isDropped(item)) forget(item)
    show(
      key,
      items.filter((item) => !isDropped(item)),
    )
  }

  return {
    tray: (key) => trayOf(key).observable,
    add(key, files) {
      const added = files.map((file): [TrayItem, LocalFile] => {
        const isImage = imageMediaTypes.some((type) => type === file.type)
        const previewUrl = isImage ? options.previewOf(file) : null
        const state = { status: 'uploading', progress: 0 } as const
        return [{ id: options.makeId(), name: file.name, sizeBytes: file.size, previewUrl, state }, file]
      })
      show(key, [...trayOf(key).view.items, ...added.map(([item]) => item)])
      for (const [item, file] of added) void bring(key, item.id, file)
    },
    remove: (key, id) => drop(key, (item) => item.id === id),
    retry(key, id) {
      const file = running.get(id)?.file
      if (!file || !has(key, id)) return
      change(key, id, { status: 'uploading', progress: 0 })
      void bring(key, id, file)
    },
    take(key) {
      const { attachments } = trayOf(key).view
      drop(key, () => true)
      return attachments
    },
    put(key, attachments) {
      const missing = attachments.filter(({ fileId }) => !has(key, fileId))
      show(key, [...missing.map(readyItem), ...trayOf(key).view.items])
    },
    clear: (key) => drop(key, () => true),
  }
}

function readyItem(attachment: Attachment): TrayItem {
  const { fileId, name, sizeBytes, type } = attachment
  const previewUrl = type === 'image' ? `/files/${fileId}` : null
  return { id: fileId, name, sizeBytes, previewUrl, state: { status: 'ready', attachment } }
}

/** Before anything is sent; the server looks again. */
function assertSize({ size }: LocalFile, { maxFileBytes }: AttachmentLimits): void {
  if (size <= maxFileBytes) return
  throw new ChatError('file-too-large', `This file is too large: ${maxFileBytes / 1_000_000} MB are the most.`)
}

function parseKept(kept: string): Attachment[] {
  if (kept === '') return []
  try {
    const parsed: unknown = JSON.parse(kept)
    if (!Array.isArray(parsed)) return []
    return parsed.flatMap((one) => attachmentSchema.safeParse(one).data ?? [])
  } catch {
    return [] // Not of our making.
  }
}
