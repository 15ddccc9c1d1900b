import { type ConnectionNotice, nextConnectionNotice, restoredMs, texts } from '@livetype/ui'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { Icon } from '../controls/icon.tsx'
import { useServices } from '../services.ts'
import { useObservable } from '../use-observable.ts'

/** Says that the network or the server is away, and when it is back. Always there, so that listeners hear of it. */
export function ConnectionNote() {
  const isReconnecting = useObservable(useServices().store.connection) === 'reconnecting'
  const isOnline = useSyncExternalStore(subscribeOnline, () => navigator.onLine)
  const [notice, setNotice] = useState<ConnectionNotice>(null)

  useEffect(() => {
    setNotice((current) => nextConnectionNotice(current, { isOnline, isReconnecting }))
  }, [isOnline, isReconnecting])
  useEffect(() => {
    if (notice !== 'restored') return
    const timer = window.setTimeout(() => setNotice(null), restoredMs)
    return () => window.clearTimeout(timer)
  }, [notice])

  return (
    <p className="connection" role="status" data-state={notice ?? undefined}>
      {notice && <Icon name={notice === 'restored' ? 'check' : 'wifi-off'} />}
      {notice && texts.connection[notice]}
    </p>
  )
}

function subscribeOnline(listener: () => void): () => void {
  window.addEventListener('online', listener)
  window.addEventListener('offline', listener)
  return () => {
    window.removeEventListener('online', listener)
    window.removeEventListener('offline', listener)
  }
}
