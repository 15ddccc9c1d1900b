import { focusSettled, hasComposerInput } from '@livetype/ui'
import { laterTexts, type PaletteEntry, paletteEntries, paletteStep } from '@livetype/ui/later'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useMatch, useNavigate } from 'react-router'
import { Icon } from '../controls/icon.tsx'
import { DialogFrame } from '../overlays/dialog-frame.tsx'
import type { OverlayProps } from '../overlays/overlays.tsx'
import { useApplyPreset } from '../presets/use-apply-preset.ts'
import { useServices } from '../services.ts'
import { useChangeSettings } from '../settings/use-change-settings.ts'
import { useObservable } from '../use-observable.ts'
import { Keys } from './keys.tsx'

/** Everything that can be done, and the conversations, found by typing. */
export function CommandPalette(props: OverlayProps) {
  const [query, setQuery] = useState('')
  const [index, setIndex] = useState(0)
  const chosen = useRef<PaletteEntry | null>(null)
  const entries = useEntries(query)
  const current = entries[index]
  const words = laterTexts.palette

  useEffect(() => {
    document.getElementById(current?.id ?? '')?.scrollIntoView({ block: 'nearest' })
  }, [current?.id])

  const choose = (entry: PaletteEntry | undefined) => {
    if (!entry) return
    chosen.current = entry
    props.onClose()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const next = paletteStep(event.key, { index, count: entries.length })
    if (next !== undefined) setIndex(next)
    else if (event.key === 'Enter') choose(current)
    else return
    event.preventDefault()
  }
  const onGone = () => {
    props.onGone()
    // The dialog gives the focus back first: what was chosen may want it elsewhere.
    if (chosen.current) focusSettled(chosen.current.run)
  }

  return (
    <DialogFrame {...props} onGone={onGone} kind="bare" title={words.title}>
      <input
        className="palette-input"
        role="combobox"
        aria-label={words.title}
        aria-expanded="true"
        aria-controls="palette-list"
        aria-activedescendant={current?.id}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck="false"
        dir="auto"
        placeholder={words.placeholder}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value)
          setIndex(0)
        }}
        onKeyDown={onKeyDown}
      />
      <div id="palette-list" className="palette-list" role="listbox" aria-label={words.title}>
        {entries.map((entry, at) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the box above, as in every combobox
          // biome-ignore lint/a11y/useFocusableInteractive: the box above keeps the focus, as in every combobox
          <div
            key={entry.id}
            id={entry.id}
            className="palette-entry"
            role="option"
            aria-selected={at === index}
            onPointerMove={() => setIndex(at)}
            onClick={() => choose(entry)}
          >
            <Icon name={entry.icon} />
            <span className="palette-label" dir="auto">
              {entry.label}
            </span>
            {entry.keys.length > 0 && <Keys keys={entry.keys} />}
          </div>
        ))}
      </div>
      {entries.length === 0 && <p className="palette-empty">{words.empty}</p>}
      <p className="visually-hidden" role="status">
        {query && words.found(entries.length)}
      </p>
    </DialogFrame>
  )
}

function useEntries(query: string): readonly PaletteEntry[] {
  const { store, actions } = useServices()
  const changeSettings = useChangeSettings()
  const navigate = useNavigate()
  const usePreset = useApplyPreset(useMatch('/c/:conversationId')?.params.conversationId ?? null)
  const { presets } = useObservable(store.library)
  const list = useObservable(store.list)
  const settings = useObservable(store.settings)
  return paletteEntries(
    {
      actions: useObservable(actions),
      conversations: list.status === 'ready' ? list.conversations : [],
      settings,
      presets: hasComposerInput() ? presets : [],
      usePreset,
      openConversation: (id) => void navigate(`/c/${id}`),
      changeSettings,
    },
    query,
  )
}
