/**
 * The connections for server-sent events that the tabs of a browser share. Over HTTP/1.1 a browser opens six
 * connections to a server, whatever the number of tabs; without a limit, six streams would leave none for commands.
 */
export interface StreamSlots {
  /** Takes a slot, and resolves with what gives it back; undefined where all are taken. */
  take(): Promise<(() => void) | undefined>
}
