/** Whether this device's browser lets the page notify; `default`: nobody has asked. */
export type NotificationPermission = 'unavailable' | 'default' | 'granted' | 'denied'

/** @see NotificationPermission */
export function notificationPermission(): NotificationPermission {
  return 'Notification' in globalThis ? Notification.permission : 'unavailable'
}

/** Asks the person, where nobody has yet. To be called in answer to a click alone. */
export async function askForNotifications(): Promise<NotificationPermission> {
  if (notificationPermission() !== 'default') return notificationPermission()
  return Notification.requestPermission()
}
