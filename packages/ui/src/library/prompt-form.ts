import { libraryLimits, type Prompt, promptNameSchema } from '@livetype/protocol'
import { promptVariables } from '../prompts/prompt-variables.ts'
import { laterTexts } from '../texts/later/later-texts.ts'

/** A prompt as a person edits it. */
export interface PromptForm {
  readonly title: string
  readonly name: string
  readonly body: string
  /** The name is a person's: it follows the title no more. */
  readonly isNameTyped: boolean
}

/** The fields of the form that can hold what can't be saved. */
export type PromptField = 'title' | 'name' | 'body'

/** The form of a prompt; an empty one for a prompt to come. */
export function formOfPrompt(prompt?: Pick<Prompt, 'title' | 'name' | 'body'>): PromptForm {
  const { title = '', name = '', body = '' } = prompt ?? {}
  return { title, name, body, isNameTyped: prompt !== undefined }
}

/** The form after one of its fields was written in. */
export function writtenPrompt(form: PromptForm, field: PromptField, value: string): PromptForm {
  if (field === 'title' && !form.isNameTyped) return { ...form, title: value, name: promptNameFrom(value) }
  // A name that was emptied follows the title again.
  if (field === 'name') return { ...form, name: value, isNameTyped: value !== '' }
  return { ...form, [field]: value }
}

/** A name that can be typed behind a slash, made of a title. */
export function promptNameFrom(title: string): string {
  const words =
    title
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{Ll}\p{Lo}\p{M}\p{Nd}]+/gu) ?? []
  return words
    .join('-')
    .replace(/^\p{M}+/u, '')
    .slice(0, libraryLimits.promptName)
    .replace(/-$/, '')
}

/** What a form says, and what is wrong with its fields, in sentences. `prompts` are all but this one. */
export function readPromptForm(
  form: PromptForm,
  prompts: readonly Pick<Prompt, 'name'>[],
): { readonly said: Pick<Prompt, PromptField>; readonly wrong: ReadonlyMap<PromptField, string> } {
  const words = laterTexts.library.wrong
  const said = { title: form.title.trim(), name: form.name.trim(), body: form.body }
  const wrong = new Map<PromptField, string>()
  if (said.title.length > libraryLimits.promptTitle) wrong.set('title', words.titleTooLong)
  if (said.name === '') wrong.set('name', words.nameMissing)
  else if (said.name.length > libraryLimits.promptName) wrong.set('name', words.nameTooLong)
  else if (!promptNameSchema.safeParse(said.name).success) wrong.set('name', words.nameForm)
  else if (prompts.some(({ name }) => name === said.name)) wrong.set('name', words.nameTaken)
  if (said.body.trim() === '') wrong.set('body', words.bodyMissing)
  else if (said.body.length > libraryLimits.promptBody) wrong.set('body', words.bodyTooLong)
  return { said, wrong }
}

/** What a text asks for when it is used, as a sentence; how to ask for something, where it asks for nothing. */
export function variablesNote(body: string): string {
  const words = laterTexts.library
  const variables = promptVariables(body)
  if (variables.length === 0) return words.promptBodyHint
  const names = variables.map(({ name, defaultValue }) =>
    defaultValue === '' ? name : words.withDefault(name, defaultValue),
  )
  return words.asksFor(names.join(', '))
}
