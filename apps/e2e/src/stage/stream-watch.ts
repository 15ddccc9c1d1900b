import type { BrowserContext } from '@playwright/test'

/** Counts the streams that the pages of a context hold and have held. */
export interface StreamWatch {
  /** How many have gone over server-sent events. */
  readonly overSse: number
  /** How many go over server-sent events now. */
  readonly openOverSse: number
  /** How many go over a WebSocket now. */
  readonly openOverWebSocket: number
}

/** Watches all pages that a context opens from now on. */
export function watchStreams(context: BrowserContext): StreamWatch {
  const openRequests = new Set<object>()
  const openSockets = new Set<object>()
  let overSse = 0
  context.on('page', (page) => {
    const ofPage: object[] = []
    page.on('request', (request) => {
      if (!new URL(request.url()).pathname.endsWith('/trpc/chat.stream')) return
      overSse += 1
      openRequests.add(request)
      ofPage.push(request)
    })
    page.on('requestfinished', (request) => openRequests.delete(request))
    page.on('requestfailed', (request) => openRequests.delete(request))
    page.on('websocket', (socket) => {
      openSockets.add(socket)
      ofPage.push(socket)
      socket.on('close', () => openSockets.delete(socket))
    })
    page.on('close', () => {
      for (const stream of ofPage) {
        openRequests.delete(stream)
        openSockets.delete(stream)
      }
    })
  })
  return {
    get overSse() {
      return overSse
    },
    get openOverSse() {
      return openRequests.size
    },
    get openOverWebSocket() {
      return openSockets.size
    },
  }
}
