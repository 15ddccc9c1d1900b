import { texts } from '@livetype/ui'
import { useSyncExternalStore } from 'react'
import { Icon } from '../controls/icon.tsx'
import { useServices } from '../services.ts'
import { useObservable } from '../use-observable.ts'

/** Says that the network or the server is away. Always there, so that listeners hear of a change. */
export function ConnectionNote() {
  const connection = useObservable(useServices().store.connection)
  const isOnline = useSyncExternalStore(subscribeOnline, () => navigator.onLine)
  const state = !isOnline ? 'offline' : connection === 'reconnecting' ? 'reconnecting' : null
  return (
    <p className="connection" role="status" data-state={state ?? undefined}>
      {state && <Icon name="wifi-off" />}
      {state && texts.connection[state]}
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
