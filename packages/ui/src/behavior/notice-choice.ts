/** Whether replies are told of outside of the page. `blocked`: wished for, and the browser does not allow it. */
export type NoticeChoice = 'on' | 'off' | 'blocked' | 'unsupported'

interface NotificationHost {
  readonly permission: NotificationPermission
  requestPermission(): Promise<NotificationPermission>
}

/** What is kept of the wish, and what the browser says to it. It holds for one device: so does the permission. */
export function noticeChoice(
  kept: string | null,
  notification: Pick<NotificationHost, 'permission'> | undefined = hostNotification(),
): NoticeChoice {
  if (!notification) return 'unsupported'
  if (kept !== 'on') return 'off'
  // `default`: the permission was taken back since.
  return notification.permission === 'granted' ? 'on' : notification.permission === 'denied' ? 'blocked' : 'off'
}

/** Asks the browser, and thereby the person. To be called by a click alone. */
export async function askForNotices(
  notification: NotificationHost | undefined = hostNotification(),
): Promise<NoticeChoice> {
  if (!notification) return 'unsupported'
  const permission =
    notification.permission === 'default' ? await notification.requestPermission() : notification.permission
  return permission === 'granted' ? 'on' : permission === 'denied' ? 'blocked' : 'off'
}

function hostNotification(): NotificationHost | undefined {
  return globalThis.isSecureContext && 'Notification' in globalThis && 'locks' in navigator ? Notification : undefined
}
