import { STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Failure } from '@livetype/protocol'
import { securityHeaders } from '../door/door.ts'

/** Answers a request for a WebSocket with a status and a failure, and ends its connection. */
export function refuseUpgrade(socket: Duplex, status: number, failure: Failure): void {
  const body = JSON.stringify({ error: failure })
  const headers = {
    ...securityHeaders,
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    connection: 'close',
  }
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  // Whoever is refused may be gone before it hears of it.
  socket.on('error', () => socket.destroy())
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n${body}`)
}
