import { type Configuration, isUnset } from '@livetype/protocol'
import { createLatePart, focusAfterMenu, texts } from '@livetype/ui'
import { useRef, useState } from 'react'
import { Icon } from '../controls/icon.tsx'
import { useObservable } from '../use-observable.ts'

const dialog = createLatePart(async () => (await import('./configuration-dialog.tsx')).ConfigurationDialog)

/** Opens what is set for a conversation; null is the one to come. */
export function ConfigureButton(props: { conversationId: string | null; configuration: Configuration }) {
  const trigger = useRef<HTMLButtonElement>(null)
  const Dialog = useObservable(dialog)
  const [isOpen, setOpen] = useState(false)
  const isSet = !isUnset(props.configuration)
  const label = isSet ? texts.configuration.openSet : texts.configuration.open

  const open = () => {
    setOpen(true)
    void dialog.load().catch((error: unknown) => {
      setOpen(false)
      throw error
    })
  }
  return (
    <>
      <button
        type="button"
        ref={trigger}
        className="icon-button topbar-configure"
        aria-label={label}
        aria-haspopup="dialog"
        data-tooltip={label}
        data-set={isSet ? '' : undefined}
        onClick={open}
      >
        <Icon name="sliders-horizontal" />
      </button>
      {Dialog && isOpen && (
        <Dialog
          {...props}
          onClose={() => {
            setOpen(false)
            focusAfterMenu(trigger.current)
          }}
        />
      )}
    </>
  )
}
