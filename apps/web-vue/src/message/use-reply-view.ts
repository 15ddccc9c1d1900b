import { onScopeDispose } from 'vue'
import { useObservable } from '../observable/use-observable.ts'
import { useServices } from '../services/services.ts'

/** A reply as it is typed, for as long as the component is on the page. */
export function useReplyView(conversationId: string, messageId: string) {
  const source = useServices().openReply(conversationId, messageId)
  const view = useObservable(source)
  onScopeDispose(() => source.dispose())
  return view
}
