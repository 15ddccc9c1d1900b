/** Something that a prompt asks for each time it is used. */
export interface PromptVariable {
  readonly name: string
  /** What stands there unless a person writes something else. */
  readonly defaultValue: string
}

/** A piece of a prompt's text: as it stands, or the place of a variable. */
export type PromptPart = string | PromptVariable

/** What has been written for the variables, by their names. */
export type PromptValues = Readonly<Record<string, string>>

/**
 * `{{name}}` or `{{name=default}}`. A name is letters, digits, spaces, "-" and "_", so that the braces of other template
 * languages mostly stay what they are.
 */
const places = /\{\{[^\S\n]*([\p{L}\p{M}\p{N}_-][\p{L}\p{M}\p{N}_ -]{0,59})(?:=([^{}]*))?\}\}/gu

/** The text in its pieces, in their order. */
export function promptParts(body: string): readonly PromptPart[] {
  const parts: PromptPart[] = []
  let end = 0
  for (const match of body.matchAll(places)) {
    const [place, name = '', defaultValue = ''] = match
    parts.push(body.slice(end, match.index), { name: name.trim(), defaultValue: defaultValue.trim() })
    end = match.index + place.length
  }
  parts.push(body.slice(end))
  return parts.filter((part) => part !== '')
}

/** What the text asks for, each name once, in the order in which they come first; the first default counts. */
export function promptVariables(body: string): readonly PromptVariable[] {
  const variables = new Map<string, PromptVariable>()
  for (const part of promptParts(body)) {
    if (typeof part === 'string') continue
    const known = variables.get(part.name)
    if (!known || known.defaultValue === '') variables.set(part.name, part)
  }
  return [...variables.values()]
}

/** What stands in each variable's field at first. */
export function defaultValues(body: string): PromptValues {
  return Object.fromEntries(promptVariables(body).map(({ name, defaultValue }) => [name, defaultValue]))
}

/** The text with its variables filled in; what is filled in is not looked at again. */
export function fillPrompt(body: string, values: PromptValues): string {
  return promptParts(body)
    .map((part) => (typeof part === 'string' ? part : (values[part.name] ?? '')))
    .join('')
}
