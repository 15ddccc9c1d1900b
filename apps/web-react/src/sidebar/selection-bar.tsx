import type { ListView } from '@livetype/client'
import { type IconName, selectedOf, texts } from '@livetype/ui'
import { laterTexts, leaveSelecting } from '@livetype/ui/later'
import { useEffect, useRef } from 'react'
import { Icon } from '../controls/icon.tsx'
import { useServices } from '../services.ts'
import { useObservable } from '../use-observable.ts'
import { useListActions } from './use-list-actions.ts'

type ReadyList = Extract<ListView, { status: 'ready' }>

/** What can be done to all conversations that are selected, in the place of the actions of the list. */
export function SelectionBar() {
  const { store } = useServices()
  const list = useObservable(store.list)
  return list.status === 'ready' ? <Bar list={list} /> : null
}

function Bar({ list }: { list: ReadyList }) {
  const { selection, tagging } = useServices()
  const actions = useListActions()
  const all = useRef<HTMLInputElement>(null)
  const selected = selectedOf(list.conversations, useObservable(selection))
  const isArchive = list.filter.isArchived === true
  const isAll = selected.length > 0 && selected.length === list.conversations.length
  const words = laterTexts.selecting

  useEffect(() => {
    if (all.current) all.current.indeterminate = selected.length > 0 && !isAll
  })
  const button = (options: { action: string; label: string; icon: IconName; run: () => void }) => (
    <button
      type="button"
      className="icon-button"
      data-action={options.action}
      aria-label={options.label}
      data-tooltip={options.label}
      disabled={selected.length === 0}
      onClick={options.run}
    >
      <Icon name={options.icon} />
    </button>
  )
  return (
    <div className="selection-bar" role="toolbar" aria-label={words.label}>
      <input
        ref={all}
        type="checkbox"
        className="selection-all"
        aria-label={words.all}
        checked={isAll}
        onChange={() => selection.setAll(isAll ? [] : list.conversations.map(({ id }) => id))}
      />
      <span className="selection-count" role="status">
        {words.selected(selected.length)}
      </span>
      {button({ action: 'tags', label: words.tags, icon: 'tag', run: () => tagging.open(selected) })}
      {button({
        action: 'archive',
        label: isArchive ? texts.sidebar.unarchive : texts.sidebar.archive,
        icon: isArchive ? 'archive-restore' : 'archive',
        run() {
          actions.archive(selected, !isArchive)
          selection.end()
        },
      })}
      {button({
        action: 'delete',
        label: texts.sidebar.delete,
        icon: 'trash-2',
        run() {
          actions.remove(selected)
          selection.end()
        },
      })}
      <button
        type="button"
        className="icon-button"
        aria-label={words.leave}
        data-tooltip={words.leave}
        onClick={() => leaveSelecting(selection)}
      >
        <Icon name="x" />
      </button>
    </div>
  )
}
