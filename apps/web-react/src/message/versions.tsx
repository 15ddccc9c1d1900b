import { failureText, holdVersions, texts } from '@livetype/ui'
import { useConversation } from '../conversation/use-conversation.ts'
import { useServices } from '../services.ts'
import { useSelected } from '../use-observable.ts'
import { VersionSwitch } from './version-switch.tsx'

/** The versions of a message in the open conversation: choosing one chooses the path, on all devices. */
export function Versions({ conversationId, messageId }: { conversationId: string; messageId: string }) {
  const { store, toaster } = useServices()
  const ids = useSelected(useConversation(conversationId), (view) =>
    view.status === 'ready' ? view.branches.get(messageId) : undefined,
  )
  const choose = (chosen: string, control: HTMLElement) => {
    const handOver = holdVersions(control)
    handOver(chosen)
    store.chooseBranch(conversationId, chosen).catch((error: unknown) => {
      handOver(messageId)
      toaster.create({ title: failureText(texts.errors.chooseBranchFailed, error), type: 'error' })
    })
  }
  return <VersionSwitch ids={ids} messageId={messageId} onChoose={choose} />
}
