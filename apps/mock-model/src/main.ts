import { parseArgs } from 'node:util'
import { createMockModelServer } from './server.ts'

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    /** Ends the process when its standard input ends, so that a parent that dies leaves nothing behind. */
    'exit-with-parent': { type: 'boolean', default: false },
  },
})

const server = createMockModelServer()
server.listen(Number(values.port), '127.0.0.1', () => {
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('the mock model has no address')
  process.stdout.write(`${JSON.stringify({ baseUrl: `http://127.0.0.1:${address.port}/v1`, port: address.port })}\n`)
})

if (values['exit-with-parent']) process.stdin.resume().once('end', () => process.exit(0))
