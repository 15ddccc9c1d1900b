import type { Prompt } from '@livetype/protocol'
import { isComposing } from '../behavior/composer-keys.ts'
import { paletteStep } from '../palette/palette-entries.ts'
import { type SlashEntry, slashEntries } from './slash-entries.ts'
import { slashQuery } from './slash-query.ts'

/** The list as it is shown, and the entry that Enter chooses. */
export interface SlashListView {
  readonly entries: readonly SlashEntry[]
  readonly index: number
}

/** The list that a slash at the beginning of a message opens. `get` and `subscribe` make it an observable; null: closed. */
export interface SlashList {
  get(): SlashListView | null
  subscribe(listener: () => void): () => void
  /** Makes an entry the one that Enter chooses. */
  point(index: number): void
  choose(entry: SlashEntry): void
  /** To be called where the field's text or the prompts may have changed otherwise than by typing. */
  update(): void
  dispose(): void
}

/** The `id` of the list's element. */
export const slashListId = 'slash-list'

/** What the list needs of the field in which a person writes. */
type Field = Pick<HTMLTextAreaElement, 'value' | 'selectionStart' | 'setAttribute' | 'removeAttribute'> &
  Pick<EventTarget, 'addEventListener' | 'removeEventListener'>

/**
 * Watches a field for a slash at its beginning. The field keeps the focus: keys are taken from it while the list is
 * open, and it carries which entry is the present one. `onChoose` gets what was typed with the slash, to be replaced.
 */
export function createSlashList(options: {
  readonly field: Field
  prompts(): readonly Prompt[]
  onChoose(entry: SlashEntry, typed: string): void
}): SlashList {
  const { field } = options
  const listeners = new Set<() => void>()
  let query: string | undefined
  /** Closed by a person, until there is no slash any more. */
  let isDismissed = false
  let view: SlashListView | null = null

  function mark(name: string, value: string | null): void {
    if (value === null) field.removeAttribute(name)
    else field.setAttribute(name, value)
  }

  function show(next: SlashListView | null): void {
    if (next === view) return
    view = next
    mark('aria-autocomplete', next && 'list')
    mark('aria-controls', next && slashListId)
    mark('aria-activedescendant', next?.entries[next.index]?.id ?? null)
    for (const listener of [...listeners]) listener()
  }

  /** Shows what fits; the entry with this id stays the present one where it is still there. */
  function list(presentId?: string): void {
    const entries = query === undefined || isDismissed ? [] : slashEntries(options.prompts(), query)
    const index = entries.findIndex(({ id }) => id === presentId)
    show(entries.length === 0 ? null : { entries, index: Math.max(0, index) })
  }

  function onInput(): void {
    query = slashQuery(field.value, field.selectionStart)
    if (query === undefined) isDismissed = false
    list()
  }

  function dismiss(): void {
    isDismissed = query !== undefined
    show(null)
  }

  function choose(entry: SlashEntry): void {
    const typed = `/${query ?? ''}`
    dismiss()
    options.onChoose(entry, typed)
  }

  function point(index: number): void {
    if (view && index !== view.index) show({ ...view, index })
  }

  function onKeyDown(event: Event): void {
    if (!view || !isKey(event) || isComposing(event) || isModified(event)) return
    const next = paletteStep(event.key, { index: view.index, count: view.entries.length })
    const entry = view.entries[view.index]
    if (next !== undefined) point(next)
    else if ((event.key === 'Enter' || event.key === 'Tab') && entry) choose(entry)
    else if (event.key === 'Escape') dismiss()
    else return
    // The field's own listeners would send the message by Enter.
    event.preventDefault()
    event.stopImmediatePropagation()
  }

  field.addEventListener('input', onInput)
  field.addEventListener('keydown', onKeyDown, { capture: true })
  field.addEventListener('blur', dismiss)
  // Typed before there was a list.
  if (field.value === '/') onInput()

  return {
    get: () => view,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    point,
    choose,
    update() {
      if (query === undefined) return
      if (!field.value.startsWith(`/${query}`)) [query, isDismissed] = [undefined, false]
      list(view?.entries[view.index]?.id)
    },
    dispose() {
      show(null)
      field.removeEventListener('input', onInput)
      field.removeEventListener('keydown', onKeyDown, { capture: true })
      field.removeEventListener('blur', dismiss)
    },
  }
}

function isKey(event: Event): event is KeyboardEvent {
  return 'key' in event
}

function isModified({ ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
  return ctrlKey || metaKey || altKey || shiftKey
}
