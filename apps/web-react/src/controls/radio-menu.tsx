import { Menu } from '@ark-ui/react/menu'
import { Portal } from '@ark-ui/react/portal'
import { focusAfterMenu } from '@livetype/ui'
import { type ReactNode, useRef } from 'react'
import { Icon } from './icon.tsx'

/** One choice of a radio menu. */
export interface RadioChoice {
  readonly value: string
  readonly content: ReactNode
}

/** A button that opens a menu in which one of several things is chosen. */
export function RadioMenu(props: {
  readonly label: string
  readonly triggerClass: string
  readonly value: string
  readonly choices: readonly RadioChoice[]
  readonly onChoose: (value: string) => void
  readonly children: ReactNode
}) {
  const trigger = useRef<HTMLButtonElement>(null)
  return (
    <Menu.Root
      lazyMount
      unmountOnExit
      positioning={{ placement: 'top-start', gutter: 6 }}
      onExitComplete={() => focusAfterMenu(trigger.current)}
    >
      <Menu.Trigger ref={trigger} className={props.triggerClass} aria-label={props.label}>
        {props.children}
      </Menu.Trigger>
      <Portal>
        <Menu.Positioner>
          <Menu.Content>
            <Menu.RadioItemGroup value={props.value} onValueChange={(details) => props.onChoose(details.value)}>
              {props.choices.map((choice) => (
                <Menu.RadioItem key={choice.value} value={choice.value}>
                  <Menu.ItemText>{choice.content}</Menu.ItemText>
                  <Menu.ItemIndicator>
                    <Icon name="check" />
                  </Menu.ItemIndicator>
                </Menu.RadioItem>
              ))}
            </Menu.RadioItemGroup>
          </Menu.Content>
        </Menu.Positioner>
      </Portal>
    </Menu.Root>
  )
}
