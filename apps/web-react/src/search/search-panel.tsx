import { createSearch } from '@livetype/client/search'
import { focusSettled, focusWhenShown, texts } from '@livetype/ui'
import {
  isNearEnd,
  laterTexts,
  paletteStep,
  type SearchOption,
  searchAnnouncement,
  searchPath,
  searchSections,
} from '@livetype/ui/later'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { Icon } from '../controls/icon.tsx'
import { DialogFrame } from '../overlays/dialog-frame.tsx'
import type { OverlayProps } from '../overlays/overlays.tsx'
import { useServices } from '../services.ts'
import { useObservable } from '../use-observable.ts'
import { SearchNotes } from './search-notes.tsx'
import { SearchResult } from './search-result.tsx'

/** Messages and titles, found by their words as they are typed. @see SPEC.md FIND1, FIND2 */
export function SearchPanel(props: OverlayProps) {
  const { findMessages } = useServices()
  const navigate = useNavigate()
  const [search] = useState(() => createSearch({ find: findMessages }))
  const view = useObservable(search)
  const [text, setText] = useState('')
  const [index, setIndex] = useState(0)
  const input = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const chosenPath = useRef<string | null>(null)
  const words = laterTexts.search

  const isReady = view.status === 'ready'
  const failedId = isReady && view.expansion?.status === 'failed' ? view.expansion.conversationId : null
  const sections = isReady ? searchSections(view.groups, failedId) : []
  const options = sections.flatMap((section) => section.options)
  const currentIndex = Math.min(index, options.length - 1)
  const current = options[currentIndex]

  useEffect(() => () => search.dispose(), [search])
  useEffect(() => {
    document.getElementById(current?.id ?? '')?.scrollIntoView({ block: 'nearest' })
  }, [current?.id])
  const readMoreAtEnd = () => {
    if (isReady && view.next === 'waiting' && list.current && isNearEnd(list.current)) search.readMore()
  }
  useEffect(readMoreAtEnd)

  const type = (next: string) => {
    setText(next)
    setIndex(0)
    search.type(next)
  }
  const choose = (option: SearchOption | undefined) => {
    if (!option) return
    const path = searchPath(option)
    if (path === null) {
      search.expand(option.conversationId)
      return
    }
    chosenPath.current = path
    props.onClose()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const next = paletteStep(event.key, { index: currentIndex, count: options.length })
    if (next !== undefined) setIndex(next)
    else if (event.key !== 'Enter') return
    // What is shown is no answer to what was typed since.
    else if (isReady && !view.isStale) choose(current)
    else search.searchNow()
    event.preventDefault()
  }
  const onGone = () => {
    props.onGone()
    const path = chosenPath.current
    if (path === null) return
    // The dialog gives the focus back first.
    focusSettled(() => {
      void navigate(path)
      focusWhenShown('.transcript')
    })
  }

  return (
    <DialogFrame {...props} onGone={onGone} kind="bare" title={words.title}>
      <div className="search-head">
        <Icon name="search" />
        <input
          ref={input}
          className="palette-input"
          role="combobox"
          aria-label={words.title}
          aria-expanded={options.length > 0}
          aria-controls="search-list"
          aria-activedescendant={current?.id}
          aria-autocomplete="list"
          autoComplete="off"
          spellCheck="false"
          dir="auto"
          maxLength={500}
          placeholder={words.placeholder}
          value={text}
          onChange={(event) => type(event.target.value)}
          onKeyDown={onKeyDown}
        />
        <button type="button" className="icon-button" aria-label={texts.actions.close} onClick={props.onClose}>
          <Icon name="x" />
        </button>
      </div>
      <div
        ref={list}
        id="search-list"
        className="search-list"
        role="listbox"
        aria-label={words.title}
        aria-busy={isReady && view.isStale}
        onScroll={readMoreAtEnd}
      >
        {sections.map((section) => (
          <div key={section.conversationId} className="search-group" role="group" aria-label={section.title}>
            {section.options.map((option) => (
              <SearchResult
                key={option.id}
                option={option}
                isSelected={option === current}
                onPoint={() => setIndex(options.indexOf(option))}
                onChoose={() => choose(option)}
              />
            ))}
          </div>
        ))}
      </div>
      <SearchNotes
        view={view}
        onRetry={() => {
          if (isReady) search.readMore()
          else search.searchNow()
          input.current?.focus()
        }}
      />
      <p className="visually-hidden" role="status">
        {isReady && !view.isStale && searchAnnouncement(view)}
      </p>
    </DialogFrame>
  )
}
