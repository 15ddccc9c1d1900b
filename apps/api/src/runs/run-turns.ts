import type { ChatDatabase } from '@livetype/db'
import { textOf } from '@livetype/protocol'
import { fitContext } from '../providers/context-window.ts'
import { continuationTurns } from '../providers/continuation-turns.ts'
import type { Turn } from '../providers/provider.ts'
import type { NewRun } from './run.ts'

/** Tokens kept free for the reply, at most half of the model's window. */
const reservedReplyTokens = 4_096

/** What the model of a run is given: the turns that lead to it, as many as fit, and what it has written already. */
export async function turnsOf(database: ChatDatabase, systemPrompt: string, run: NewRun): Promise<readonly Turn[]> {
  const path = await database.messages.ancestors(run.ownerId, run.parentId)
  const turns: Turn[] = path
    .map((message): Turn => ({ role: message.role, text: textOf(message) }))
    .filter((turn) => turn.text !== '')
  if (systemPrompt !== '') turns.unshift({ role: 'system', text: systemPrompt })
  const { contextTokens } = run.model
  return fitContext(continuationTurns(turns, writtenTextOf(run)), {
    contextTokens,
    reserveTokens: Math.min(reservedReplyTokens, contextTokens >> 1),
  })
}

/** The text that a run goes on from; empty where there is none. */
export function writtenTextOf({ continued }: NewRun): string {
  return continued ? textOf(continued.message) : ''
}
