import { focusComposerWhenShown, texts } from '@livetype/ui'
import { useSelected } from '../use-observable.ts'
import { hasComposer, useConversation } from './use-conversation.ts'

/** The keyboard's way past the sidebar, where there is a composer to go to. */
export function SkipLink({ conversationId }: { conversationId: string | null }) {
  const isShown = useSelected(useConversation(conversationId), hasComposer)
  if (!isShown) return null
  return (
    // biome-ignore lint/a11y/useValidAnchor: it goes to a place on the page, and leaves the address, which is the router's, as it is
    <a
      className="skip-link"
      href="#composer-input"
      onClick={(event) => {
        event.preventDefault()
        focusComposerWhenShown()
      }}
    >
      {texts.app.skipToComposer}
    </a>
  )
}
