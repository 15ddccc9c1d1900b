import { isDeepStrictEqual } from 'node:util'
import { workspaceLog } from '@livetype/db'
import {
  ChatError,
  deletePresetSchema,
  deletePromptSchema,
  type Library,
  type LibraryChange,
  libraryLimits,
  savePresetSchema,
  savePromptSchema,
} from '@livetype/protocol'
import { type Context, procedure, router } from '../trpc/trpc.ts'

/** Presets and prompts. Saving is putting: the same again changes nothing, and what is gone comes back by it. */
export const libraryRouter = router({
  savePreset: procedure.input(savePresetSchema).mutation(({ ctx, input: { preset } }) =>
    change(ctx, { type: 'preset-saved', preset }, ({ presets }) => {
      const known = presets.find(({ id }) => id === preset.id)
      if (!known && presets.length >= libraryLimits.presets) {
        throw invalid(`There are ${presets.length} presets already, as many as can be. Delete one first.`)
      }
      return !isDeepStrictEqual(known, preset)
    }),
  ),

  deletePreset: procedure
    .input(deletePresetSchema)
    .mutation(({ ctx, input: { presetId } }) =>
      change(ctx, { type: 'preset-deleted', presetId }, ({ presets }) => presets.some(({ id }) => id === presetId)),
    ),

  savePrompt: procedure.input(savePromptSchema).mutation(({ ctx, input: { prompt } }) =>
    change(ctx, { type: 'prompt-saved', prompt }, ({ prompts }) => {
      const known = prompts.find(({ id }) => id === prompt.id)
      if (!known && prompts.length >= libraryLimits.prompts) {
        throw invalid(`There are ${prompts.length} prompts already, as many as can be. Delete one first.`)
      }
      if (prompts.some(({ id, name }) => id !== prompt.id && name === prompt.name)) {
        throw invalid(`There is a prompt named /${prompt.name} already. Choose another name.`)
      }
      return !isDeepStrictEqual(known, prompt)
    }),
  ),

  deletePrompt: procedure
    .input(deletePromptSchema)
    .mutation(({ ctx, input: { promptId } }) =>
      change(ctx, { type: 'prompt-deleted', promptId }, ({ prompts }) => prompts.some(({ id }) => id === promptId)),
    ),
})

/** Appends a change where it changes something; of an owner's changes, one after the other. */
async function change(
  { ownerId, services: { database, turns } }: Context,
  event: LibraryChange,
  isNews: (library: Library) => boolean,
): Promise<void> {
  const log = workspaceLog(ownerId)
  await turns.take(log, async () => {
    if (isNews(await database.libraries.of(ownerId))) await database.log.append([{ log, event }])
  })
}

function invalid(sentence: string): ChatError {
  return new ChatError('invalid-input', sentence)
}
