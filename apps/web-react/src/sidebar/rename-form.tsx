import { type ConversationSummary, maxTitleLength } from '@livetype/protocol'
import { failureText, isComposing, texts } from '@livetype/ui'
import { useEffect, useRef } from 'react'
import { useServices } from '../services.ts'

/** Renames in place: Enter and leaving the field save, Escape leaves the title as it was. */
export function RenameForm({ conversation, onDone }: { conversation: ConversationSummary; onDone: () => void }) {
  const { store, toaster } = useServices()
  const input = useRef<HTMLInputElement>(null)
  const isOver = useRef(false)

  useEffect(() => {
    // The menu that was chosen from gives the focus back to its button first.
    const frame = requestAnimationFrame(() => input.current?.select())
    return () => cancelAnimationFrame(frame)
  }, [])

  const end = (title: string) => {
    // The blur that follows the Enter must not save again.
    if (isOver.current) return
    isOver.current = true
    if (title !== '' && title !== conversation.title) {
      store.rename(conversation.id, title).catch((error: unknown) => {
        toaster.create({ title: failureText(texts.errors.renameFailed, error), type: 'error' })
      })
    }
    onDone()
  }

  return (
    <form
      className="conversation-rename"
      onSubmit={(event) => {
        event.preventDefault()
        end(input.current?.value.trim() ?? '')
      }}
    >
      <input
        ref={input}
        className="conversation-rename-input"
        aria-label={texts.sidebar.renameLabel}
        defaultValue={conversation.title}
        maxLength={maxTitleLength}
        dir="auto"
        onBlur={(event) => end(event.target.value.trim())}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && !isComposing(event.nativeEvent)) end(conversation.title)
        }}
      />
    </form>
  )
}
