/** What the note on the connection says; null: nothing. */
export type ConnectionNotice = 'offline' | 'reconnecting' | 'restored' | null

/** What it says next. That all is well again is said only to those who were told that it was not. */
export function nextConnectionNotice(
  current: ConnectionNotice,
  now: { readonly isOnline: boolean; readonly isReconnecting: boolean },
): ConnectionNotice {
  if (!now.isOnline) return 'offline'
  if (now.isReconnecting) return 'reconnecting'
  return current === null ? null : 'restored'
}
