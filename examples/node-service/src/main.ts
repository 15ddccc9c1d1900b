import { readFile } from 'node:fs/promises'
import { createLivetype } from '@livetype/client/node'
import { readConfig } from './config.ts'
import { summarise } from './summarise.ts'

const { baseUrl, apiKey, model, path } = readConfig(process.env, process.argv.slice(2))
const livetype = createLivetype({ baseUrl, apiKey })

// Ctrl+C stops the model too.
const controller = new AbortController()
process.once('SIGINT', () => controller.abort(new Error('Stopped.')))

const summary = summarise(livetype, await readFile(path, 'utf8'), { model, signal: controller.signal })
for await (const event of summary) {
  switch (event.type) {
    case 'run-queued':
      console.error('Waiting: the server is writing as many replies as it may.')
      break
    case 'run-started':
      console.error(`${event.modelName} summarises ${path}:`)
      break
    case 'reasoning-delta':
      // What the model thinks on the way is no part of the summary.
      break
    case 'text-delta':
      process.stdout.write(event.text)
      break
    case 'run-ended':
      console.error(`\n(${event.status})`)
      if (event.failure) console.error(event.failure.message)
      process.exitCode = event.status === 'completed' ? 0 : 1
  }
}
