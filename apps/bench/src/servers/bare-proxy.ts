/**
 * The least that a server between a model and a client can do: it pipes the bytes of the upstream's answer. It keeps
 * nothing, checks nothing and reads nothing; what the API costs is told as a share of this.
 * Run with the upstream's base URL as its argument.
 */
import { Agent, createServer, request } from 'node:http'

const baseUrl = process.argv[2]
if (baseUrl === undefined) throw new Error('usage: bare-proxy.ts <base URL of the upstream>')
const upstream = new URL(`${baseUrl}/chat/completions`)
const agent = new Agent({ keepAlive: true })

const server = createServer((incoming, outgoing) => {
  const forwarded = request(upstream, { method: 'POST', agent, headers: { 'content-type': 'application/json' } })
  forwarded.on('response', (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, { 'content-type': 'text/event-stream' })
    answer.pipe(outgoing)
  })
  forwarded.on('error', () => outgoing.destroy())
  outgoing.on('close', () => forwarded.destroy())
  incoming.pipe(forwarded)
})

server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('the proxy has no address')
  process.stdout.write(`Listening at http://127.0.0.1:${address.port}/\n`)
})
process.on('SIGTERM', () => process.exit(0))
