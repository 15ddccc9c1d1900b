import type { ChatDatabase } from '@livetype/db'
import { ChatError, textOf } from '@livetype/protocol'
import { maxImageBytesOfRequest } from '../files/find-attachments.ts'
import { fitContext } from '../providers/context-window.ts'
import { continuationTurns } from '../providers/continuation-turns.ts'
import type { ProviderModel, Turn } from '../providers/provider.ts'
import type { RunInput } from './generate-reply.ts'
import { turnOf } from './read-attachments.ts'
import type { NewRun } from './run.ts'

/** Tokens kept free for the reply, at most half of the model's window. */
const reservedReplyTokens = 4_096

/**
 * What the model of a run is given: the turns that lead to it, as many as fit, what it has written already, and what
 * is set for the conversation now. A system prompt of the conversation's own stands in the place of the server's.
 * @see SPEC.md CONFIG1
 * @throws {ChatError} `model-refused-request` where the question has images and the model is known to see none.
 */
export async function inputOf(database: ChatDatabase, systemPrompt: string, run: NewRun): Promise<RunInput> {
  const { systemPrompt: ownPrompt, ...parameters } = await database.configurations.of(run.ownerId, run.conversationId)
  const instructions = ownPrompt ?? systemPrompt
  const path = await database.messages.ancestors(run.ownerId, run.parentId)
  const read = await Promise.all(path.map((message) => turnOf(database, run.ownerId, message)))
  const turns = withImagesFor(run.model, read).filter((turn) => turn.text !== '')
  if (instructions !== '') turns.unshift({ role: 'system', text: instructions })
  const { contextTokens } = run.model
  const fitting = fitContext(continuationTurns(turns, writtenTextOf(run)), {
    contextTokens,
    reserveTokens: Math.min(parameters.maxTokens ?? reservedReplyTokens, contextTokens >> 1),
  })
  return { turns: withNewestImages(fitting), parameters }
}

/** The text that a run goes on from; empty where there is none. */
export function writtenTextOf({ continued }: NewRun): string {
  return continued ? textOf(continued.message) : ''
}

/** Of earlier turns, a model that sees no images is told their names alone. */
function withImagesFor(model: ProviderModel, turns: readonly Turn[]): Turn[] {
  if (model.seesImages !== false) return [...turns]
  if (turns.at(-1)?.images) {
    throw new ChatError(
      'model-refused-request',
      `${model.name} can’t see images. Choose a model that can, or send the message without them.`,
    )
  }
  return turns.map(({ role, text }) => ({ role, text }))
}

/** Of the older images in a long conversation the model is told the names alone. */
function withNewestImages(turns: readonly Turn[]): Turn[] {
  let room = maxImageBytesOfRequest
  const kept = turns.toReversed().map(({ images, ...turn }): Turn => {
    room -= (images ?? []).reduce((sum, image) => sum + image.sizeBytes, 0)
    return images && room >= 0 ? { ...turn, images } : turn
  })
  return kept.reverse()
}
