import type { ServerResponse } from 'node:http'

/** A request as the mock received it, and how its response ended. Times are epoch milliseconds. */
export interface LoggedRequest {
  readonly id: number
  readonly model: string
  readonly hasKey: boolean
  readonly body: unknown
  readonly receivedAt: number
  /** `closed-by-peer`: the client went before the end. `cut`: the scenario destroyed the socket. */
  outcome: 'open' | 'finished' | 'closed-by-peer' | 'cut'
  endedAt: number | null
}

const maxKept = 2000

/** The latest requests, for tests to look at. */
export class RequestLog {
  #requests: LoggedRequest[] = []
  #nextId = 1

  /** All kept requests, the oldest first. */
  get requests(): readonly LoggedRequest[] {
    return this.#requests
  }

  add(request: Pick<LoggedRequest, 'model' | 'hasKey' | 'body'>, response: ServerResponse): LoggedRequest {
    const logged: LoggedRequest = {
      id: this.#nextId++,
      ...request,
      receivedAt: Date.now(),
      outcome: 'open',
      endedAt: null,
    }
    this.#requests.push(logged)
    if (this.#requests.length > maxKept) this.#requests.shift()
    response.once('close', () => {
      if (logged.outcome === 'open') logged.outcome = response.writableFinished ? 'finished' : 'closed-by-peer'
      logged.endedAt = Date.now()
    })
    return logged
  }

  countOf(model: string): number {
    return this.#requests.filter((request) => request.model === model).length
  }

  clear(): void {
    this.#requests = []
  }
}
