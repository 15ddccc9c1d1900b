import { texts } from '@livetype/ui'
import { Icon } from '../controls/icon.tsx'
import { useCopy } from '../controls/use-copy.ts'

/** The button that copies a message. */
export function CopyAction({ read }: { read: () => string }) {
  const { isCopied, copy } = useCopy(read)
  const label = isCopied ? texts.actions.copied : texts.actions.copy
  return (
    <button
      type="button"
      className="action"
      data-state={isCopied ? 'copied' : 'idle'}
      data-tooltip={label}
      aria-label={label}
      onClick={copy}
    >
      <Icon name={isCopied ? 'check' : 'copy'} />
    </button>
  )
}
