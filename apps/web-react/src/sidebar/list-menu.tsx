import { chosenFilter, listMenu, texts } from '@livetype/ui'
import { Icon } from '../controls/icon.tsx'
import { MenuButton } from '../controls/menu-button.tsx'
import { useServices } from '../services.ts'
import { useObservable } from '../use-observable.ts'
import { selecting } from './selecting-part.ts'
import { useListFilter } from './use-list-filter.ts'

/** What the list shows: all conversations, those that are archived, or those with a tag; and the way to select. */
export function ListMenu() {
  const { tagsInUse } = useServices()
  const { filter, show } = useListFilter()
  const { items, chosen } = listMenu(filter, useObservable(tagsInUse))
  const { selection } = useServices()
  return (
    <MenuButton
      label={texts.sidebar.listMenu}
      triggerClass="list-menu icon-button"
      placement="bottom-end"
      items={items}
      chosen={chosen}
      onOpen={tagsInUse.look}
      onChoose={(value) => {
        const next = chosenFilter(value)
        if (next) show(next)
        else void selecting.load().then(() => selecting.get()?.beginSelecting(selection))
      }}
    >
      <Icon name="list-filter" />
    </MenuButton>
  )
}
