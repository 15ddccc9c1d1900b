import type { Frames } from '@livetype/client'

/** Shows every state there is: a frame is the next turn of the loop. */
export const everyTurn: Frames = {
  request(callback) {
    const immediate = setImmediate(() => callback(performance.now()))
    return () => clearImmediate(immediate)
  },
  isVisible: () => true,
}
