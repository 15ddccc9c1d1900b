import { type ConversationSummary, maxTagLength } from '@livetype/protocol'
import { failureText, nameConversations, texts, undoMs } from '@livetype/ui'
import {
  addTag,
  focusTagged,
  laterTexts,
  pressTagKey,
  removeTag,
  saveTags,
  type TagForm,
  tagFormOf,
  tagSuggestions,
  typeTag,
} from '@livetype/ui/later'
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { Icon } from '../controls/icon.tsx'
import { DialogFrame } from '../overlays/dialog-frame.tsx'
import type { OverlayProps } from '../overlays/overlays.tsx'
import { useServices } from '../services.ts'
import { useObservable } from '../use-observable.ts'

/** The tags of one or several conversations, to look at and to change. */
export function TagsDialog(props: OverlayProps) {
  const { tagging, tagsInUse, selection } = useServices()
  const [conversations] = useState(tagging.conversations)
  const [form, setForm] = useState(() => tagFormOf(conversations))
  const field = useRef<HTMLInputElement>(null)
  const suggestions = tagSuggestions(form, useObservable(tagsInUse))
  const save = useSaveTags()
  const words = laterTexts.tags

  useEffect(() => tagsInUse.look(), [tagsInUse])

  const change = (next: TagForm) => {
    setForm(next)
    field.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const next = pressTagKey(form, event.key, suggestions)
    if (!next) return
    event.preventDefault()
    setForm(next)
  }
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    const whole = addTag(form)
    if (whole.error !== null) {
      setForm(whole)
      return
    }
    props.onClose()
    selection.end()
    save(conversations, whole)
  }
  const onGone = () => {
    props.onGone()
    focusTagged(conversations.map(({ id }) => id))
  }

  return (
    <DialogFrame
      {...props}
      onGone={onGone}
      isWriting
      title={nameConversations(conversations, words.title, words.titleMany)}
    >
      <form onSubmit={onSubmit}>
        <ul className="tag-list">
          {form.tags.map(({ name, isOnAll }) => (
            <li key={name} className="tag" data-state={isOnAll ? 'all' : 'some'}>
              <span className="tag-name" dir="auto">
                {isOnAll ? name : words.onSome(name)}
              </span>
              <button
                type="button"
                className="icon-button"
                aria-label={words.remove(name)}
                onClick={() => change(removeTag(form, name))}
              >
                <Icon name="x" />
              </button>
            </li>
          ))}
        </ul>
        <div className="field">
          <label className="field-label" htmlFor="tag-input">
            {words.field}
          </label>
          <input
            ref={field}
            id="tag-input"
            className="field-input"
            data-autofocus=""
            role="combobox"
            aria-expanded={suggestions.length > 0}
            aria-controls="tag-suggestions"
            aria-activedescendant={form.index === null ? undefined : `tag-suggestion-${form.index}`}
            aria-autocomplete="list"
            aria-describedby={form.error ? 'tag-error tag-hint' : 'tag-hint'}
            aria-invalid={form.error ? true : undefined}
            autoComplete="off"
            dir="auto"
            maxLength={2 * maxTagLength}
            value={form.text}
            onChange={(event) => setForm(typeTag(form, event.target.value))}
            onKeyDown={onKeyDown}
          />
          <div id="tag-suggestions" className="tag-suggestions" role="listbox" aria-label={words.suggestions}>
            {suggestions.map((name, at) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the box above, as in every combobox
              // biome-ignore lint/a11y/useFocusableInteractive: the box above keeps the focus, as in every combobox
              <div
                key={name}
                id={`tag-suggestion-${at}`}
                className="palette-entry"
                role="option"
                aria-selected={at === form.index}
                onPointerMove={() => at !== form.index && setForm({ ...form, index: at })}
                onClick={() => change(addTag(form, name))}
              >
                <Icon name="tag" />
                <span className="palette-label" dir="auto">
                  {name}
                </span>
              </div>
            ))}
          </div>
          {form.error && (
            <p id="tag-error" className="field-error" role="alert">
              {form.error}
            </p>
          )}
          <p id="tag-hint" className="field-note">
            {form.tags.every(({ isOnAll }) => isOnAll) ? words.hint : `${words.partial} ${words.hint}`}
          </p>
        </div>
        <p className="visually-hidden" role="status">
          {form.news}
        </p>
        <div className="dialog-actions">
          <button type="button" className="button" onClick={props.onClose}>
            {texts.actions.cancel}
          </button>
          <button type="submit" className="button" data-primary="">
            {words.save}
          </button>
        </div>
      </form>
    </DialogFrame>
  )
}

/** Gives conversations their tags; for a while that can be undone. */
function useSaveTags(): (conversations: readonly ConversationSummary[], form: TagForm) => void {
  const { store, toaster } = useServices()
  return (conversations, form) =>
    saveTags(conversations, form, {
      file: (ids, changes) => store.file(ids, changes),
      say(title, undo) {
        toaster.create({ title, type: 'info', duration: undoMs, action: { label: texts.sidebar.undo, onClick: undo } })
      },
      fail(error) {
        toaster.create({ title: failureText(texts.errors.filingFailed, error), type: 'error' })
      },
    })
}
