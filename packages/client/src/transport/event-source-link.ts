import { httpSubscriptionLink, type TRPCLink } from '@trpc/client'
import { observable } from '@trpc/server/observable'
import type { AppRouter } from '../trpc-client/app-router.ts'

/** What an `EventSource` class must be: the browser's own, or one such as the package `eventsource` has. */
export type EventSourceConstructor = NonNullable<Parameters<typeof httpSubscriptionLink>[0]['EventSource']>

/**
 * A terminating link over server-sent events. After a cut, the `EventSource` reconnects by itself, once: that is
 * quick, and after as long as the server asked for. Where that fails too, the link fails, since an `EventSource`
 * would knock on a closed door five times a second for ever; whoever tries again does it with growing delays.
 */
export function eventSourceLink(options: {
  url: string
  /** Absent: the platform's own. */
  eventSource?: EventSourceConstructor
}): TRPCLink<AppRouter> {
  const { url, eventSource } = options
  const link = httpSubscriptionLink<AppRouter, EventSourceConstructor>({
    url,
    ...(eventSource && { EventSource: eventSource }),
  })
  return (runtime) => {
    const subscribe = link(runtime)
    return (props) =>
      observable((observer) => {
        let mayReconnect = false
        const subscription = subscribe(props).subscribe({
          next(envelope) {
            const { result } = envelope
            if (result.type === 'started') mayReconnect = true
            if (result.type === 'state' && result.state === 'connecting' && result.error) {
              if (!mayReconnect) {
                observer.error(result.error)
                return
              }
              mayReconnect = false
            }
            observer.next(envelope)
          },
          error: (error) => observer.error(error),
          complete: () => observer.complete(),
        })
        return subscription
      })
  }
}
