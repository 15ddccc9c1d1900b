import { type CreateToasterReturn, Toast, Toaster } from '@ark-ui/react/toast'
import { texts } from '@livetype/ui'
import { Icon } from './icon.tsx'

/** Short notes at the edge of the page, such as the undo of a deletion. */
export function Toasts({ toaster }: { readonly toaster: CreateToasterReturn }) {
  return (
    <Toaster toaster={toaster} aria-label={texts.notifications.label}>
      {(toast) => (
        <Toast.Root>
          <Toast.Title>{toast.title}</Toast.Title>
          {toast.action && <Toast.ActionTrigger>{toast.action.label}</Toast.ActionTrigger>}
          <Toast.CloseTrigger className="icon-button" aria-label={texts.actions.close}>
            <Icon name="x" />
          </Toast.CloseTrigger>
        </Toast.Root>
      )}
    </Toaster>
  )
}
