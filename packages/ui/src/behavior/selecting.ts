import { focusWhenShown } from './focus-when-shown.ts'
import { focusIfLost, focusSettled } from './keep-focus.ts'
import type { ListSelection } from './list-selection.ts'

interface SelectingOptions {
  readonly selection: ListSelection
  /** The ids of all that the list shows, in its order, also of those out of sight. */
  order(): readonly string[]
  /** Deletes what is selected. */
  onDelete(): void
}

const listMenuSelector = '#sidebar .list-menu'

const rowSelector = '[data-conversation-id]'

/** The control of a row: a link, or its check box while rows are selected. */
const controlSelector = '.conversation-link, .conversation-check'

/**
 * Selecting in the list by pointer and keys: Shift+click and Shift+arrow select a range, Space one, the arrows go from
 * row to row, Ctrl/Cmd+A takes all that is loaded, Delete deletes, Escape leaves. Returns what ends it.
 * @param list the scroller of the rows.
 */
export function listenForSelecting(list: HTMLElement, options: SelectingOptions): () => void {
  const { selection } = options
  const isOn = () => selection.get().isOn

  function onClick(event: MouseEvent): void {
    const id = idOfControl(event.target)
    // Without a press it is the Space of a check box.
    if (id === undefined || !event.shiftKey || event.detail === 0) return
    // A link would open a window, and a label would toggle its box.
    event.preventDefault()
    event.stopPropagation()
    selection.extendTo(id, options.order())
    focusConversation(id)
  }

  function go(from: string, event: KeyboardEvent): void {
    const order = options.order()
    const to = order[order.indexOf(from) + (event.key === 'ArrowDown' ? 1 : -1)]
    event.preventDefault()
    if (event.shiftKey) selection.extendTo(to ?? from, order, from)
    focusConversation(to ?? from, from)
  }

  function onKeyDown(event: KeyboardEvent): void {
    const id = idOfControl(event.target)
    if (id === undefined || event.altKey || event.isComposing) return
    const isModified = event.ctrlKey || event.metaKey
    const isArrow = event.key === 'ArrowDown' || event.key === 'ArrowUp'
    if (isArrow && !isModified && (event.shiftKey || isOn())) go(id, event)
    else if (event.key === ' ' && !isModified && !isOn()) {
      selection.begin(id)
      focusConversation(id)
    } else if (event.key === 'a' && isModified && isOn()) selection.setAll(options.order())
    else if (event.key === 'Delete' && isOn()) options.onDelete()
    else return
    event.preventDefault()
  }

  function onEscape(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.defaultPrevented || !isOn()) return
    const { activeElement } = document
    const isBeside = activeElement !== document.body && !activeElement?.closest('#sidebar')
    if (isBeside || activeElement?.closest('.conversation-rename')) return
    event.preventDefault()
    leaveSelecting(selection)
  }

  list.addEventListener('click', onClick, { capture: true })
  list.addEventListener('keydown', onKeyDown)
  document.addEventListener('keydown', onEscape)
  return () => {
    list.removeEventListener('click', onClick, { capture: true })
    list.removeEventListener('keydown', onKeyDown)
    document.removeEventListener('keydown', onEscape)
  }
}

/** Begins to select, from a menu or by a command, with the focus on the first row. */
export function beginSelecting(selection: ListSelection): void {
  selection.begin()
  focusWhenShown('.conversations .conversation-check')
}

/** Leaves the selection; the focus goes to the row that was selected last, or to the menu of the list. */
export function leaveSelecting(selection: ListSelection): void {
  const focused = document.activeElement?.closest<HTMLElement>(rowSelector)?.dataset.conversationId
  const id = focused ?? selection.anchorId
  const isShown = id !== null && document.querySelector(`#sidebar ${rowOf(id)}`) !== null
  selection.end()
  focusWhenShown(isShown ? linkOf(id) : listMenuSelector)
}

/** Gives the focus back after the dialog of tags, where that could not: what it was opened from may be gone. */
export function focusTagged(conversationIds: readonly string[]): void {
  const [id = ''] = conversationIds
  focusSettled(() => {
    const row = document.querySelector(`#sidebar ${rowOf(id)}`)
    focusIfLost(
      document.querySelector<HTMLElement>('.selection-bar [data-action="tags"]') ??
        row?.querySelector<HTMLElement>('.conversation-menu') ??
        document.querySelector<HTMLElement>(listMenuSelector),
    )
  })
}

function idOfControl(target: EventTarget | null): string | undefined {
  if (!(target instanceof Element)) return undefined
  const control = target.closest(`${controlSelector}, .conversation-pick`)
  return control?.closest<HTMLElement>(rowSelector)?.dataset.conversationId
}

/** Its row is drawn once the row beside it is in sight. */
function focusConversation(id: string, besideId = id): void {
  document.querySelector(`#sidebar ${rowOf(besideId)}`)?.scrollIntoView({ block: 'nearest' })
  focusWhenShown(linkOf(id))
}

function rowOf(id: string): string {
  return `[data-conversation-id="${CSS.escape(id)}"]`
}

function linkOf(id: string): string {
  return `#sidebar ${rowOf(id)} :is(${controlSelector})`
}
