import type { Attachment } from '@livetype/protocol'
import { useEffect, useRef } from 'react'
import { useServices } from '../services.ts'
import { trayPart } from './tray-part.ts'
import { type TrayAccess, useTray } from './use-tray.ts'

/** The tray of a message that is being edited, which has what the message has. */
export function useEditTray(
  messageId: string,
  sent: readonly Attachment[],
): { readonly key: string; readonly tray: TrayAccess } {
  const { attachments, hasKeptAttachments } = useServices()
  const key = `edit:${messageId}`
  const tray = useTray(key)
  const first = useRef(hasKeptAttachments(key) ? [] : sent)
  useEffect(() => {
    void trayPart.load()
    void attachments.load().then(() => attachments.get()?.put(key, first.current))
  }, [attachments, key])
  return { key, tray }
}
