import { texts } from '@livetype/ui'
import { useRef } from 'react'
import { Icon } from '../controls/icon.tsx'

/** Asks for files. What can't be taken is said of each file, once its bytes have been looked at. */
export function AttachButton({ onFiles }: { onFiles: (files: readonly File[]) => void }) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])])
          // The same file can be chosen again.
          event.target.value = ''
        }}
      />
      <button
        type="button"
        className="icon-button attach-button"
        aria-label={texts.composer.attach}
        data-tooltip={texts.composer.attach}
        onClick={() => input.current?.click()}
      >
        <Icon name="paperclip" />
      </button>
    </>
  )
}
