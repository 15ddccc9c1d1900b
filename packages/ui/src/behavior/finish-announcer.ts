import { laterTexts } from '../texts/later/later-texts.ts'
import type { ReplyEnd } from '../texts/reply-mark.ts'

/** Says of several replies which of them has ended, each once, and only what ended while it was looked at. */
export function createFinishAnnouncer(
  say: (text: string) => void,
): (reply: {
  readonly id: string
  readonly modelName: string
  readonly status: 'queued' | 'running' | ReplyEnd
}) => void {
  const open = new Set<string>()
  return ({ id, modelName, status }) => {
    if (status === 'queued' || status === 'running') open.add(id)
    else if (open.delete(id)) say(laterTexts.variations[status](modelName))
  }
}
