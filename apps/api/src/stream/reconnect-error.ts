/** What tRPC takes as the end of the connection rather than of the subscription: clients reconnect. */
export function reconnectError(): DOMException {
  return new DOMException('The server is restarting.', 'AbortError')
}
