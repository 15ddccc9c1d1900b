import type { ListFilter } from '@livetype/protocol'
import { type MenuItem, texts } from '@livetype/ui'
import { Icon } from '../controls/icon.tsx'
import { MenuButton } from '../controls/menu-button.tsx'
import { useServices } from '../services.ts'
import { useSelected } from '../use-observable.ts'

const none: ListFilter = {}

/** What the list shows: all conversations, those that are archived, or those with a tag. */
export function ListMenu() {
  const { store } = useServices()
  const filter = useSelected(store.list, (list) => (list.status === 'ready' ? list.filter : none))
  const items: MenuItem[] = [
    { value: 'all', label: texts.sidebar.showAll },
    { value: 'archived', label: texts.sidebar.showArchived },
  ]
  return (
    <MenuButton
      label={texts.sidebar.listMenu}
      triggerClass="list-menu icon-button"
      placement="bottom-end"
      items={items}
      chosen={filter.isArchived ? 'archived' : 'all'}
      onChoose={(value) => store.filterList(value === 'archived' ? { isArchived: true } : none)}
    >
      <Icon name="list-filter" />
    </MenuButton>
  )
}
