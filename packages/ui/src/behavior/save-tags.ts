import type { ConversationSummary, FilingChanges } from '@livetype/protocol'
import { laterTexts } from '../texts/later/later-texts.ts'
import { nameConversations } from '../texts/name-conversations.ts'
import { type TagForm, tagChanges, undoTagging } from './tag-form.ts'

/** What saving tags needs of a client. */
interface TagSaving {
  file(conversationIds: readonly string[], changes: FilingChanges): Promise<void>
  /** Says what was done; `undo` takes it back. */
  say(title: string, undo: () => void): void
  fail(error: unknown): void
}

/** Gives conversations their tags, in one command that can be undone. Nothing where nothing was changed. */
export function saveTags(conversations: readonly ConversationSummary[], form: TagForm, saving: TagSaving): void {
  const changes = tagChanges(conversations, form)
  if (!changes) return
  const { changed, changedMany } = laterTexts.tags
  const fail = (error: unknown) => saving.fail(error)
  const undo = () => {
    const steps = undoTagging(conversations, changes)
    Promise.all(steps.map((step) => saving.file(step.conversationIds, step.changes))).catch(fail)
  }
  const ids = conversations.map(({ id }) => id)
  saving
    .file(ids, changes)
    .then(() => saving.say(nameConversations(conversations, changed, changedMany), undo))
    .catch(fail)
}
