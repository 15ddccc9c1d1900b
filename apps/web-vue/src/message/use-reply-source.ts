import { onScopeDispose } from 'vue'
import { type ReplySource, useServices } from '../services/services.ts'

/**
 * A reply as it is typed, for as long as the component is on the page. It changes with every frame: only what shows its
 * text depends on all of it.
 */
export function useReplySource(conversationId: string, messageId: string): ReplySource {
  const source = useServices().openReply(conversationId, messageId)
  onScopeDispose(() => source.dispose())
  return source
}
