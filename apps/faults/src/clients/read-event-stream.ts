import { type Agent, type IncomingMessage, request } from 'node:http'

/** One frame of a `text/event-stream`. */
export interface EventFrame {
  readonly id: string | undefined
  /** `message` where the frame has no name. */
  readonly event: string
  readonly data: string
}

/**
 * Reads an event stream by hand, frame by frame as the bytes come, and forgets a frame that was cut.
 * Resolves when the stream is over, however that came.
 */
export function readEventStream(options: {
  url: string
  lastEventId: string | undefined
  agent: Agent
  signal: AbortSignal
  onFrame: (frame: EventFrame) => void
}): Promise<void> {
  const { url, lastEventId, agent, signal, onFrame } = options
  return new Promise((resolve, reject) => {
    const headers = { accept: 'text/event-stream', ...(lastEventId && { 'last-event-id': lastEventId }) }
    const sent = request(url, { agent, signal, headers }, (response) => {
      takeFrames(response, onFrame, (error) => {
        response.destroy()
        reject(error)
      })
      response.once('error', () => resolve())
      response.once('close', () => resolve())
    })
    sent.once('error', () => resolve())
    sent.end()
  })
}

function takeFrames(
  response: IncomingMessage,
  onFrame: (frame: EventFrame) => void,
  onError: (error: unknown) => void,
): void {
  const takeText = createFrameReader(onFrame)
  response.setEncoding('utf8')
  response.on('data', (text: string) => {
    if (response.statusCode !== 200) return
    try {
      takeText(text)
    } catch (error) {
      onError(error)
    }
  })
}

/** Makes what takes the text of an event stream in any pieces, and calls `onFrame` for each frame that is whole. */
export function createFrameReader(onFrame: (frame: EventFrame) => void): (text: string) => void {
  let rest = ''
  return (text) => {
    const frames = (rest + text).split('\n\n')
    rest = frames.pop() ?? ''
    for (const frame of frames) onFrame(parseFrame(frame))
  }
}

function parseFrame(frame: string): EventFrame {
  const fields = new Map<string, string>()
  for (const line of frame.split('\n')) {
    const colon = line.indexOf(':')
    fields.set(line.slice(0, colon), line.slice(colon + 1).replace(/^ /, ''))
  }
  return { id: fields.get('id'), event: fields.get('event') ?? 'message', data: fields.get('data') ?? '' }
}
