import type { TrayView } from '@livetype/client'
import { useEffect, useState } from 'react'

/**
 * Sends at once where nothing is on its way up, and else when all of it has arrived: what fails meanwhile ends the
 * waiting, and so does asking to send once more. Returns whether it waits, and what sends. @see SPEC.md FILE3
 */
export function useWaitForUploads(
  key: string | null,
  { isUploading, hasFailed }: TrayView,
  send: () => void,
): readonly [boolean, () => void] {
  const [waitingIn, setWaitingIn] = useState<{ key: string | null } | null>(null)
  const isWaiting = waitingIn !== null && waitingIn.key === key
  useEffect(() => {
    if (!isWaiting || isUploading) return
    setWaitingIn(null)
    if (!hasFailed) send()
  })
  const ask = () => {
    if (isWaiting) setWaitingIn(null)
    else if (isUploading) setWaitingIn({ key })
    else send()
  }
  return [isWaiting, ask]
}
