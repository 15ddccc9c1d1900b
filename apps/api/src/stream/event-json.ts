import { isDelta, type StreamEvent } from '@livetype/protocol'

/**
 * Makes what writes events as a JSON array. An event that is no delta may go to every stream of an owner: its text is
 * made once and kept as long as the event is. A delta has few readers, and keeping its text would cost more than it.
 */
export function createEventJson(): (events: readonly StreamEvent[]) => string {
  const texts = new WeakMap<StreamEvent, string>()
  const textOf = (event: StreamEvent) => {
    if (isDelta(event)) return JSON.stringify(event)
    const known = texts.get(event)
    if (known !== undefined) return known
    const text = JSON.stringify(event)
    texts.set(event, text)
    return text
  }
  return (events) => {
    let json = ''
    for (const event of events) json += `${json === '' ? '[' : ','}${textOf(event)}`
    return json === '' ? '[]' : `${json}]`
  }
}
