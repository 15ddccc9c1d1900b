/** The server sent the client away for a moment, with others: it should not come back in the same moment as they. */
export class ServerRestart extends Error {
  override readonly name = 'ServerRestart'

  constructor() {
    super('The server is restarting.')
  }
}
