import { type ConversationSummary, type FilingChanges, filingOf, maxTagLength, tagSchema } from '@livetype/protocol'
import { matchScore } from '../palette/match-score.ts'
import { laterTexts } from '../texts/later/later-texts.ts'

/** A tag of the conversations whose tags are changed. */
export interface TagChoice {
  readonly name: string
  /** False where only some of the conversations have it; they keep it, and the others get it by `add`. */
  readonly isOnAll: boolean
}

/** What a person is making of the tags of one or several conversations. */
export interface TagForm {
  readonly tags: readonly TagChoice[]
  /** What is being typed. */
  readonly text: string
  /** The suggestion that Enter takes; null: what is typed. */
  readonly index: number | null
  /** What listeners hear. */
  readonly news: string
  /** What is wrong with what was typed. */
  readonly error: string | null
}

/** So many tags can be added at once. */
const maxAddedTags = 20
const maxSuggestions = 6

type Tagged = Pick<ConversationSummary, 'id' | 'tags'>

/** The tags as they are. */
export function tagFormOf(conversations: readonly Tagged[]): TagForm {
  const names = [...new Set(conversations.flatMap(({ tags = [] }) => tags))].sort()
  const isOnAll = (name: string) => conversations.every(({ tags }) => tags?.includes(name))
  return {
    tags: names.map((name) => ({ name, isOnAll: isOnAll(name) })),
    text: '',
    index: null,
    news: '',
    error: null,
  }
}

/** Other text is in the field. */
export function typeTag(form: TagForm, text: string): TagForm {
  return { ...form, text, index: null, error: null }
}

/** The tag is on all of the conversations from now on. */
export function addTag(form: TagForm, text = form.text): TagForm {
  const words = laterTexts.tags
  const name = tagSchema.safeParse(text)
  if (!name.success) {
    return text.trim() === '' ? { ...form, text: '' } : { ...form, error: words.tooLong(maxTagLength) }
  }
  if (form.tags.length >= maxAddedTags && !form.tags.some((tag) => tag.name === name.data)) {
    return { ...form, error: words.tooMany(maxAddedTags) }
  }
  const others = form.tags.filter((tag) => tag.name !== name.data)
  const at = form.tags.findIndex((tag) => tag.name === name.data)
  const tags = others.toSpliced(at === -1 ? others.length : at, 0, { name: name.data, isOnAll: true })
  return { tags, text: '', index: null, error: null, news: words.added(name.data) }
}

/** The tag is on none of the conversations any more. */
export function removeTag(form: TagForm, name: string): TagForm {
  const tags = form.tags.filter((tag) => tag.name !== name)
  return { ...form, tags, error: null, news: laterTexts.tags.removed(name) }
}

/** The tags in use that answer what is typed and are not there yet, the best first. */
export function tagSuggestions({ tags, text }: TagForm, inUse: readonly string[]): readonly string[] {
  const taken = new Set(tags.filter(({ isOnAll }) => isOnAll).map(({ name }) => name))
  return inUse
    .filter((name) => !taken.has(name))
    .map((name) => ({ name, score: matchScore(name, text) }))
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score)
    .slice(0, maxSuggestions)
    .map(({ name }) => name)
}

/** What a key in the field makes of the form; undefined: the key means something else. */
export function pressTagKey(form: TagForm, key: string, suggestions: readonly string[]): TagForm | undefined {
  const { text, index } = form
  const last = form.tags.at(-1)
  if (key === ',' || (key === 'Enter' && (text.trim() !== '' || index !== null))) {
    return addTag(form, index === null ? text : suggestions[index])
  }
  if (key === 'Backspace' && text === '' && last) return removeTag(form, last.name)
  if (key === 'ArrowDown' && suggestions.length > 0) {
    return { ...form, index: ((index ?? -1) + 1) % suggestions.length }
  }
  if (key !== 'ArrowUp' || suggestions.length === 0) return undefined
  return { ...form, index: ((index ?? 0) + suggestions.length - 1) % suggestions.length }
}

/** Changes that are to be made to some conversations. */
export interface Retagging {
  readonly conversationIds: readonly string[]
  readonly changes: FilingChanges
}

/** What the form changes in all of the conversations; null: nothing. */
export function tagChanges(conversations: readonly Tagged[], { tags }: TagForm): FilingChanges | null {
  const kept = new Set(tags.map(({ name }) => name))
  const before = new Set(conversations.flatMap((conversation) => conversation.tags ?? []))
  const removeTags = [...before].filter((name) => !kept.has(name))
  const addTags = tags
    .filter(({ name, isOnAll }) => isOnAll && !conversations.every((one) => one.tags?.includes(name)))
    .map(({ name }) => name)
  if (addTags.length + removeTags.length === 0) return null
  return { ...(addTags.length > 0 && { addTags }), ...(removeTags.length > 0 && { removeTags }) }
}

/** What takes such changes back, for conversations as they were: those that had different tags need different ones. */
export function undoTagging(conversations: readonly Tagged[], changes: FilingChanges): readonly Retagging[] {
  const groups = new Map<string, { conversationIds: string[]; changes: FilingChanges }>()
  for (const conversation of conversations) {
    const before = conversation.tags ?? []
    const after = filingOf(conversation, changes).tags ?? before
    const removeTags = after.filter((name) => !before.includes(name))
    const addTags = before.filter((name) => !after.includes(name))
    if (addTags.length + removeTags.length === 0) continue
    const key = JSON.stringify([addTags, removeTags])
    const group = groups.get(key) ?? { conversationIds: [], changes: { addTags, removeTags } }
    group.conversationIds.push(conversation.id)
    groups.set(key, group)
  }
  return [...groups.values()]
}
