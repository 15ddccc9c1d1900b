import * as z from 'zod/mini'
import { configurationSchema } from './configuration.ts'
import { idSchema, modelIdSchema } from './ids.ts'

/** How much an owner's library can hold, in pieces and UTF-16 units. */
export const libraryLimits = {
  presets: 50,
  prompts: 200,
  presetName: 60,
  promptName: 40,
  promptTitle: 120,
  promptBody: 16_000,
} as const

/** What a preset can be drawn with: names of icons. */
export const presetIcons = [
  'sparkles',
  'bot',
  'brain',
  'book-open',
  'code',
  'flask-conical',
  'graduation-cap',
  'languages',
  'lightbulb',
  'message-circle',
  'pen-line',
  'scale',
] as const

/** Where it stands in its list, the lowest first; where two are the same, by id. */
const positionSchema = z.number()

/** A way to begin a conversation: who answers, and how. */
export const presetSchema = z.object({
  id: idSchema,
  name: z
    .string()
    .check(
      z.trim(),
      z.minLength(1, 'a preset needs a name'),
      z.maxLength(
        libraryLimits.presetName,
        `the name of a preset can have up to ${libraryLimits.presetName} characters`,
      ),
    ),
  /** An icon that a client does not know is drawn as its first. */
  icon: z.string().check(z.maxLength(40)),
  /** Absent: whichever model is chosen. */
  modelId: z.optional(modelIdSchema),
  configuration: configurationSchema,
  position: positionSchema,
})

/** @see presetSchema */
export type Preset = z.infer<typeof presetSchema>

/** The name of a prompt, as it is typed behind a slash. */
export const promptNameSchema = z
  .string()
  .check(
    z.maxLength(libraryLimits.promptName, `the name of a prompt can have up to ${libraryLimits.promptName} characters`),
    z.regex(
      /^[\p{Ll}\p{Lo}\p{Nd}][\p{Ll}\p{Lo}\p{M}\p{Nd}-]*$/u,
      'the name of a prompt is small letters, digits and "-", such as code-review',
    ),
  )

/** A text to be used again. `{{name}}` in it, or `{{name=default}}`, is filled in when it is. */
export const promptSchema = z.object({
  id: idSchema,
  name: promptNameSchema,
  title: z
    .string()
    .check(
      z.trim(),
      z.maxLength(libraryLimits.promptTitle, `a title can have up to ${libraryLimits.promptTitle} characters`),
    ),
  body: z.string().check(
    z.maxLength(libraryLimits.promptBody, `a prompt can have up to ${libraryLimits.promptBody} characters`),
    z.refine((text) => text.trim() !== '', 'a prompt needs some text'),
  ),
  position: positionSchema,
})

/** @see promptSchema */
export type Prompt = z.infer<typeof promptSchema>

/** What an owner keeps to begin with; each kind in its order. */
export const librarySchema = z.object({ presets: z.array(presetSchema), prompts: z.array(promptSchema) })

/** @see librarySchema */
export type Library = z.infer<typeof librarySchema>

export const savePresetSchema = z.object({ preset: presetSchema })
export const savePromptSchema = z.object({ prompt: promptSchema })
export const deletePresetSchema = z.object({ presetId: idSchema })
export const deletePromptSchema = z.object({ promptId: idSchema })

const logged = { seq: z.int().check(z.positive()) }

/** The events of the workspace's log that a library is made of. */
export const libraryEvents = [
  z.object({ type: z.literal('preset-saved'), ...logged, preset: presetSchema }),
  z.object({ type: z.literal('preset-deleted'), ...logged, presetId: idSchema }),
  z.object({ type: z.literal('prompt-saved'), ...logged, prompt: promptSchema }),
  z.object({ type: z.literal('prompt-deleted'), ...logged, promptId: idSchema }),
] as const

type WithoutSeq<Event> = Event extends unknown ? Omit<Event, 'seq'> : never

/** Something that happens to a library, with or without its position in the log. */
export type LibraryChange = WithoutSeq<z.infer<(typeof libraryEvents)[number]>>

/** A library before the first event. */
export const emptyLibrary: Library = { presets: [], prompts: [] }

/** The library after a change; what is not about it changes nothing. Pure. */
export function foldLibrary(library: Library, change: { readonly type: string } | LibraryChange): Library {
  if (!isLibraryChange(change)) return library
  switch (change.type) {
    case 'preset-saved':
      return { ...library, presets: withItem(library.presets, change.preset) }
    case 'preset-deleted':
      return { ...library, presets: library.presets.filter(({ id }) => id !== change.presetId) }
    case 'prompt-saved':
      return { ...library, prompts: withItem(library.prompts, change.prompt) }
    case 'prompt-deleted':
      return { ...library, prompts: library.prompts.filter(({ id }) => id !== change.promptId) }
  }
}

const changeTypes: ReadonlySet<string> = new Set(libraryEvents.flatMap((event) => event.shape.type.def.values))

/** Whether an event of the workspace is about the library. */
export function isLibraryChange(event: { readonly type: string } | LibraryChange): event is LibraryChange {
  return changeTypes.has(event.type)
}

function withItem<Item extends { readonly id: string; readonly position: number }>(items: readonly Item[], item: Item) {
  const rest = items.filter(({ id }) => id !== item.id)
  return [...rest, item].sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))
}
