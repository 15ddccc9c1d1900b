import { focusWhenShown, texts } from '@livetype/ui'
import { useSelected } from '../use-observable.ts'
import { hasComposer, useConversation } from './use-conversation.ts'

/** The keyboard's way past the sidebar, where there is a composer to go to. */
export function SkipLink({ conversationId }: { conversationId: string | null }) {
  const isShown = useSelected(useConversation(conversationId), hasComposer)
  if (!isShown) return null
  return (
    <a
      className="skip-link"
      href="#composer-input"
      onClick={(event) => {
        event.preventDefault()
        focusWhenShown('#composer-input')
      }}
    >
      {texts.app.skipToComposer}
    </a>
  )
}
