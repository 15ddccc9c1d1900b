import { TRPCClientError, type TRPCLink } from '@trpc/client'
import { observable } from '@trpc/server/observable'
import type { Timers } from '../timers.ts'
import type { AppRouter } from '../trpc-client/app-router.ts'
import type { StreamSlots } from './stream-slots.ts'
import {
  afterFailure,
  afterSuccess,
  chooseTransport,
  type Transport,
  type TransportFailure,
  untriedTransports,
  wantsSlot,
} from './transport-choice.ts'

/** A transport, or `auto`: what is found to come through. */
export type TransportSetting = Transport | 'auto'

/** How long a stream may take to begin before the other transport is tried: a proxy may be holding it back. */
const autoDeadlineMs = 4_000
/** The same where there is no other. */
const onlyDeadlineMs = 10_000
/** The longest that a server asks an `EventSource` to wait before it reconnects. */
const maxRetryMs = 2_000

interface StreamLinkOptions {
  readonly setting: TransportSetting
  /** Absent: any number of streams may go over server-sent events. */
  readonly slots?: StreamSlots | undefined
  readonly timers: Timers
  /** Makes the link of a transport; loaded when it is first needed. */
  readonly links: { readonly [Name in Transport]: () => TRPCLink<AppRouter> | Promise<TRPCLink<AppRouter>> }
}

/**
 * A terminating link that carries each try of a stream over the transport that the setting names, or that has proved
 * to come through. It fails where the stream does not begin in time. @see SPEC.md SUB8
 */
export function streamLink(options: StreamLinkOptions): TRPCLink<AppRouter> {
  const { setting, slots, timers, links } = options
  const deadlineMs = setting === 'auto' ? autoDeadlineMs : onlyDeadlineMs
  let choice = untriedTransports

  async function pick(): Promise<{ transport: Transport; giveBackSlot?: (() => void) | undefined }> {
    if (setting !== 'auto') return { transport: setting }
    const giveBackSlot = wantsSlot(choice) ? await slots?.take() : undefined
    return { transport: chooseTransport(choice, !slots || giveBackSlot !== undefined), giveBackSlot }
  }

  return (runtime) => (props) =>
    observable((observer) => {
      let isOver = false
      const ends: (() => void)[] = []
      let cancelDeadline = () => {}

      const fail = (transport: Transport, failure: TransportFailure, error: unknown) => {
        if (isOver) return
        choice = afterFailure(choice, transport, failure)
        observer.error(TRPCClientError.from(error instanceof Error ? error : new Error(String(error))))
      }
      const expectWithin = (delayMs: number, transport: Transport) => {
        cancelDeadline()
        cancelDeadline = timers.after(delayMs, () =>
          fail(transport, 'silent', new Error('The stream did not begin in time.')),
        )
      }
      const subscribe = (transport: Transport, link: TRPCLink<AppRouter>) => {
        const subscription = link(runtime)(props).subscribe({
          next(envelope) {
            const { result } = envelope
            if (result.type === 'state' && result.state === 'pending') {
              cancelDeadline()
              choice = afterSuccess(choice, transport)
            } else if (result.type === 'state' && result.error) {
              expectWithin(maxRetryMs + deadlineMs, transport)
            }
            observer.next(envelope)
          },
          error: (error) => fail(transport, 'lost', error),
          complete: () => observer.complete(),
        })
        ends.push(() => subscription.unsubscribe())
      }
      const begin = async () => {
        const { transport, giveBackSlot } = await pick()
        if (isOver) {
          giveBackSlot?.()
          return
        }
        if (giveBackSlot) ends.push(giveBackSlot)
        expectWithin(deadlineMs, transport)
        try {
          const link = await links[transport]()
          if (!isOver) subscribe(transport, link)
        } catch (error) {
          fail(transport, 'lost', error)
        }
      }

      void begin()
      return () => {
        isOver = true
        cancelDeadline()
        for (const end of ends) end()
      }
    })
}
