import type { Attachment } from '@livetype/protocol'
import { onMounted } from 'vue'
import { useServices } from '../services/services.ts'
import { trayPart } from './tray-part.ts'
import { type TrayAccess, useTray } from './use-tray.ts'

/** The tray of a message that is being edited, which has what the message has. */
export function useEditTray(
  messageId: string,
  sent: readonly Attachment[],
): { readonly key: string; readonly tray: TrayAccess } {
  const { attachments, hasKeptAttachments } = useServices()
  const key = `edit:${messageId}`
  const first = hasKeptAttachments(key) ? [] : sent
  onMounted(async () => {
    void trayPart.load()
    await attachments.load()
    attachments.get()?.put(key, first)
  })
  return { key, tray: useTray(key) }
}
