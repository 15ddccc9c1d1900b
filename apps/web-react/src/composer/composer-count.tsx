import { maxMessageTextLength } from '@livetype/protocol'
import { composerRoom } from '@livetype/ui'

/** How much room is left, once the limit is near. Listeners hear of the limit, not of each character. */
export function ComposerCount({ id, length }: { id: string; length: number }) {
  const room = composerRoom(length, maxMessageTextLength)
  return (
    <>
      <p id={id} className="composer-count" data-state={room.state}>
        {room.text}
      </p>
      <p className="visually-hidden" role="status">
        {room.announcement}
      </p>
    </>
  )
}
