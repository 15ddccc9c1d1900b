import type { Prompt } from '@livetype/protocol'
import { createLatePart, focusSettled } from '@livetype/ui'
import {
  createSlashList,
  insertAtStart,
  laterTexts,
  type PromptValues,
  promptDetail,
  promptVariables,
  type SlashList,
  slashListId,
} from '@livetype/ui/later'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { useServices } from '../services.ts'
import { useObservable } from '../use-observable.ts'

const fillDialog = createLatePart(async () => (await import('./fill-dialog.tsx')).FillDialog)

const closedList = { get: () => null, subscribe: () => () => {} }

/** The prompts that a slash at the beginning of a message offers. `text` is what stands in the field. */
export function SlashPrompts(props: { inputRef: RefObject<HTMLTextAreaElement | null>; text: string }) {
  const { inputRef, text } = props
  const { store, overlay } = useServices()
  const { prompts } = useObservable(store.library)
  const Dialog = useObservable(fillDialog)
  const [list, setList] = useState<SlashList | null>(null)
  const [filling, setFilling] = useState<{ prompt: Prompt; typed: string } | null>(null)
  /** What was written for variables and not used yet, by the prompt's id. */
  const [written] = useState(() => new Map<string, PromptValues>())
  const filled = useRef<string | null>(null)
  const view = useObservable(list ?? closedList)
  const current = view?.entries[view.index]

  useEffect(() => {
    if (!inputRef.current) return
    const field = inputRef.current
    const made = createSlashList({
      field,
      prompts: () => store.library.get().prompts,
      onChoose(entry, typed) {
        if (entry.kind === 'manage') {
          insertAtStart(field, typed, '')
          overlay.show('prompts')
          return
        }
        const { prompt } = entry
        if (promptVariables(prompt.body).length === 0) return insertAtStart(field, typed, prompt.body)
        filled.current = null
        setFilling({ prompt, typed })
        void fillDialog.load().catch((error: unknown) => {
          setFilling(null)
          throw error
        })
      },
    })
    setList(made)
    return () => made.dispose()
  }, [inputRef, store, overlay])

  // biome-ignore lint/correctness/useExhaustiveDependencies: the list looks at both by itself
  useEffect(() => list?.update(), [list, text, prompts])
  useEffect(() => {
    document.getElementById(current?.id ?? '')?.scrollIntoView({ block: 'nearest' })
  }, [current?.id])

  const onGone = () => {
    const [field, used] = [inputRef.current, filled.current]
    setFilling(null)
    // The dialog gives the focus back first.
    if (filling && field && used !== null) focusSettled(() => insertAtStart(field, filling.typed, used))
  }

  return (
    <>
      {view && (
        <div
          id={slashListId}
          className="slash-list"
          role="listbox"
          data-state="open"
          aria-label={laterTexts.prompts.list}
        >
          {view.entries.map((entry, at) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field, which keeps the focus
            // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus, as in every combobox
            <div
              key={entry.id}
              id={entry.id}
              className="slash-entry"
              role="option"
              aria-selected={at === view.index}
              onPointerMove={() => list?.point(at)}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => list?.choose(entry)}
            >
              {entry.kind === 'manage' ? (
                <span className="slash-detail">{laterTexts.prompts.manage}</span>
              ) : (
                <>
                  <span className="slash-name" dir="auto">
                    /{entry.prompt.name}
                  </span>
                  <span className="slash-detail" dir="auto">
                    {promptDetail(entry.prompt)}
                  </span>
                </>
              )}
            </div>
          ))}
        </div>
      )}
      <p className="visually-hidden" role="status">
        {view && laterTexts.prompts.found(view.entries.length - 1)}
      </p>
      {Dialog && filling && (
        <Dialog
          key={filling.prompt.id}
          prompt={filling.prompt}
          written={written}
          onFilled={(used) => {
            filled.current = used
          }}
          onGone={onGone}
        />
      )}
    </>
  )
}
