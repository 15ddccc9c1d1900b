import type { TransportSetting } from '../transport/stream-link.ts'
import { createTrpcClient, type LivetypeClient } from '../trpc-client/create-trpc-client.ts'
import { browserStreamSlots, type Locks } from './browser-stream-slots.ts'

/** What is needed of a browser's `window`. */
export interface ClientPage {
  readonly location: { readonly origin: string }
  readonly navigator: { readonly locks?: Locks }
  readonly document: { querySelector(selector: string): { getAttribute(name: string): string | null } | null }
}

// The package is typed without the DOM, so that nothing else in it can lean on one.
declare const window: ClientPage

const settings: readonly string[] = ['auto', 'sse', 'websocket'] satisfies TransportSetting[]

/**
 * The typed client of the server that a page came from. What its streams go over says the server, in the page:
 * `<meta name="livetype-transport">`, as apps/api/src/web/web-routes.ts writes it.
 */
export function createBrowserClient(page: ClientPage = window): LivetypeClient {
  return createTrpcClient({
    baseUrl: page.location.origin,
    transport: transportOf(page),
    slots: browserStreamSlots(page.navigator.locks),
  })
}

function transportOf({ document }: ClientPage): TransportSetting {
  const content = document.querySelector('meta[name="livetype-transport"]')?.getAttribute('content')
  return isSetting(content) ? content : 'auto'
}

function isSetting(text: string | null | undefined): text is TransportSetting {
  return typeof text === 'string' && settings.includes(text)
}
