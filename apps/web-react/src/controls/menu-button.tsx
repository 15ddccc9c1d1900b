import { createLatePart, focusAfterMenu, type MenuItem, menuKeyAction, menuStartOfClick } from '@livetype/ui'
import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react'
import { useObservable } from '../use-observable.ts'

/** The menus themselves, of all buttons. */
export const menuLayer = createLatePart(async () => (await import('./menu-layer.tsx')).MenuLayer)

/**
 * A button that opens a menu: of actions, or of one choice where something is `chosen`. It works from the first paint
 * on; the menu comes later, and is mounted only while it is open.
 */
export function MenuButton(props: {
  readonly label: string
  readonly triggerClass: string
  readonly placement: 'top-start' | 'bottom-end'
  readonly items: readonly MenuItem[]
  readonly chosen?: string
  readonly onChoose: (value: string) => void
  /** It is about to open: what it offers may be asked for again. */
  readonly onOpen?: () => void
  readonly children: ReactNode
}) {
  const id = useId()
  const trigger = useRef<HTMLButtonElement>(null)
  const Layer = useObservable(menuLayer)
  const [isOpen, setOpen] = useState(false)
  const [isMounted, setMounted] = useState(false)
  const [start, setStart] = useState<string>()
  const isShown = isOpen && Layer !== undefined

  const close = () => {
    setOpen(false)
    if (!Layer) setMounted(false)
  }
  const open = (from: string | undefined) => {
    props.onOpen?.()
    setStart(from)
    setMounted(true)
    setOpen(true)
    void menuLayer.load().catch((error: unknown) => {
      close()
      throw error
    })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const action = menuKeyAction(event, { items: props.items, isOpen, start })
    if (!action) return
    event.preventDefault()
    if (action.kind === 'open') open(action.start)
    if (action.kind === 'move') setStart(action.start)
    if (action.kind === 'choose') props.onChoose(action.value)
    if (action.kind === 'choose' || action.kind === 'close') close()
  }

  return (
    <>
      <button
        type="button"
        ref={trigger}
        id={id}
        className={props.triggerClass}
        aria-label={props.label}
        aria-haspopup="menu"
        aria-expanded={isShown}
        aria-controls={isShown ? `${id}-menu` : undefined}
        data-state={isShown ? 'open' : 'closed'}
        onClick={(event) => (isOpen ? close() : open(menuStartOfClick(event, props.items)))}
        onKeyDown={onKeyDown}
        // Who has gone elsewhere before the menu came is not called back.
        onBlur={() => !isShown && close()}
      >
        {props.children}
      </button>
      {Layer && isMounted && (
        <Layer
          triggerId={id}
          contentId={`${id}-menu`}
          placement={props.placement}
          isOpen={isOpen}
          start={start}
          items={props.items}
          chosen={props.chosen}
          onChoose={props.onChoose}
          onClose={close}
          onGone={() => {
            setMounted(false)
            focusAfterMenu(trigger.current)
          }}
        />
      )}
    </>
  )
}
