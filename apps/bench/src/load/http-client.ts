import { Agent, type IncomingMessage, request } from 'node:http'

const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY })

/** Ends the connections that are kept: one that idled between two jobs may be closed just as it is used again. */
export function closeConnections(): void {
  agent.destroy()
}

/** Sends a request and waits for the headers of the answer. */
export function send(url: string, options: { body?: unknown } = {}): Promise<IncomingMessage> {
  const { body } = options
  return new Promise((resolve, reject) => {
    const sent = request(url, {
      agent,
      method: body === undefined ? 'GET' : 'POST',
      headers: body === undefined ? {} : { 'content-type': 'application/json' },
    })
    sent.once('response', resolve)
    sent.once('error', reject)
    sent.end(body === undefined ? undefined : JSON.stringify(body))
  })
}

/** Sends a request and reads the JSON of the answer, whatever its status. */
export async function fetchJson(url: string, options: { body?: unknown } = {}): Promise<unknown> {
  const response = await send(url, options)
  response.setEncoding('utf8')
  let text = ''
  for await (const piece of response) text += String(piece)
  return JSON.parse(text)
}

/** Calls back with the data of each server-sent event that has no name. Resolves at the end, rejects where it was cut. */
export function readEvents(response: IncomingMessage, onData: (data: string) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    if (response.statusCode !== 200) return reject(new Error(`the answer has status ${response.statusCode}`))
    let rest = ''
    response.setEncoding('utf8')
    response.on('data', (chunk: string) => {
      const frames = (rest + chunk).split('\n\n')
      rest = frames.pop() ?? ''
      try {
        for (const frame of frames) if (frame.startsWith('data: ')) onData(firstLine(frame))
      } catch (error) {
        response.destroy()
        reject(error)
      }
    })
    response.once('end', resolve)
    response.once('error', reject)
    response.once('close', () => reject(new Error('the stream was cut')))
  })
}

function firstLine(frame: string): string {
  const end = frame.indexOf('\n')
  return frame.slice('data: '.length, end < 0 ? undefined : end)
}
