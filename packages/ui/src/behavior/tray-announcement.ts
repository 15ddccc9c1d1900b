import { sentenceOf } from '../languages/catalogue.ts'
import { laterTexts } from '../texts/later/later-texts.ts'

interface Item {
  readonly id: string
  readonly name: string
  readonly state: { readonly status: string; readonly failure?: { readonly code: string; readonly message: string } }
}

/** What listeners are told of what has changed in a tray: what came, what arrived, what failed. */
export function trayAnnouncement(before: readonly Item[], now: readonly Item[]): string {
  const { attachments } = laterTexts
  const said: string[] = []
  for (const { id, name, state } of now) {
    const earlier = before.find((item) => item.id === id)
    if (earlier?.state.status === state.status) continue
    if (state.failure) said.push(attachments.failed(name, sentenceOf(state.failure)))
    else said.push(state.status === 'ready' ? attachments.attached(name) : attachments.begun(name))
  }
  return said.join(' ')
}
