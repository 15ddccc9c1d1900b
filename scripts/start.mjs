// npm start: builds what changed, then runs the server and ends as it ends.
import { buildClients } from './build-clients.mjs'
import { runApi } from './run-api.mjs'

if (await buildClients()) runApi('main.ts')
else process.exitCode = 1
