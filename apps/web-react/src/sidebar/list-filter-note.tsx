import { filterNote, focusWhenShown, texts } from '@livetype/ui'
import { Icon } from '../controls/icon.tsx'
import { useListFilter } from './use-list-filter.ts'

/** Says which filter is on, with the way back to all conversations. */
export function ListFilterNote() {
  const { filter, show } = useListFilter()
  const note = filterNote(filter)
  if (note === null) return null
  return (
    <div className="list-filter">
      <Icon name={filter.tag === undefined ? 'archive' : 'tag'} />
      <span className="list-filter-label" dir="auto">
        {note}
      </span>
      <button
        type="button"
        className="icon-button"
        aria-label={texts.sidebar.leaveFilter}
        data-tooltip={texts.sidebar.leaveFilter}
        onClick={() => {
          show({})
          focusWhenShown('#sidebar .list-menu')
        }}
      >
        <Icon name="x" />
      </button>
    </div>
  )
}
