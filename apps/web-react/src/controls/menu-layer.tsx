import { Menu, useMenu } from '@ark-ui/react/menu'
import { Portal } from '@ark-ui/react/portal'
import { isHeldFromOpening, type MenuItem } from '@livetype/ui'
import { useEffect } from 'react'
import { Icon } from './icon.tsx'

export interface MenuLayerProps {
  readonly triggerId: string
  readonly contentId: string
  readonly placement: 'top-start' | 'bottom-end'
  readonly isOpen: boolean
  /** The item that is highlighted until the menu has the focus. */
  readonly start: string | undefined
  readonly items: readonly MenuItem[]
  /** What is chosen, in a menu that holds one choice. */
  readonly chosen: string | undefined
  readonly onChoose: (value: string) => void
  readonly onClose: () => void
  readonly onGone: () => void
}

/** The menu of a `MenuButton`, which mounts it to open it. */
export function MenuLayer(props: MenuLayerProps) {
  const { isOpen, start, items, chosen } = props
  const actions = chosen === undefined ? items : items.filter(({ isAction }) => isAction)
  const menu = useMenu({
    defaultOpen: true,
    ids: { trigger: props.triggerId, content: props.contentId },
    positioning: { placement: props.placement, gutter: 6 },
    ...(start !== undefined && { defaultHighlightedValue: start }),
    onOpenChange: ({ open }) => {
      if (!open) props.onClose()
    },
    onSelect: ({ value }) => {
      if (actions.some((item) => item.value === value)) props.onChoose(value)
    },
  })
  const { api } = menu
  // biome-ignore lint/correctness/useExhaustiveDependencies: the button's wish alone opens, closes and moves
  useEffect(() => {
    api.setOpen(isOpen)
    if (isOpen && start !== undefined) api.setHighlightedValue(start)
  }, [isOpen, start])

  return (
    <Menu.RootProvider value={menu} lazyMount unmountOnExit onExitComplete={props.onGone}>
      <Portal>
        <Menu.Positioner>
          <Menu.Content onKeyDownCapture={(event) => isHeldFromOpening(event) && event.preventDefault()}>
            {chosen !== undefined && (
              <Menu.RadioItemGroup value={chosen} onValueChange={({ value }) => props.onChoose(value)}>
                {items
                  .filter(({ isAction }) => !isAction)
                  .map((item) => (
                    <Menu.RadioItem key={item.value} value={item.value}>
                      <ItemText item={item} />
                      <Menu.ItemIndicator>
                        <Icon name="check" />
                      </Menu.ItemIndicator>
                    </Menu.RadioItem>
                  ))}
              </Menu.RadioItemGroup>
            )}
            {chosen !== undefined && actions.length > 0 && <Menu.Separator />}
            {actions.map((item) => (
              <Menu.Item key={item.value} value={item.value} data-danger={item.isDangerous ? '' : undefined}>
                {item.icon && <Icon name={item.icon} />}
                <ItemText item={item} />
              </Menu.Item>
            ))}
          </Menu.Content>
        </Menu.Positioner>
      </Portal>
    </Menu.RootProvider>
  )
}

function ItemText({ item }: { item: MenuItem }) {
  if (!item.description) return <Menu.ItemText>{item.label}</Menu.ItemText>
  return (
    <Menu.ItemText>
      <span className="menu-item-label">{item.label}</span>
      <span className="menu-item-description">{item.description}</span>
    </Menu.ItemText>
  )
}
