import type { ConversationSummary, Filing, WorkspaceEvent } from '@livetype/protocol'
import { isFiledAlike, withFiling } from '@livetype/protocol'

/** What a person did to a conversation of the list that the log has not told of yet. */
export type ListChange =
  | { readonly kind: 'renamed'; readonly title: string }
  | { readonly kind: 'filed'; readonly filing: Filing }
  | { readonly kind: 'removed' }
  | { readonly kind: 'restored'; readonly conversation: ConversationSummary }

/** What of a conversation is changed; changes of one aspect follow each other, those of several stand side by side. */
type Aspect = 'presence' | 'title' | 'filing'

const aspectOf = { renamed: 'title', filed: 'filing', removed: 'presence', restored: 'presence' } as const
const aspects: readonly Aspect[] = ['presence', 'title', 'filing']

/** A change that is shown before the server has taken it. */
export interface Optimistic {
  /** After its answer. */
  settle(): void
  /** After its refusal. */
  undo(): void
}

interface Override {
  readonly change: ListChange
  /** True once the server has answered; until then no event of before may undo it. */
  isSettled: boolean
  /** Whether the log has told of such a change since; then, once the server has answered, the log has the last word. */
  isOvertaken: boolean
  readonly results: WeakMap<ConversationSummary, ConversationSummary>
}

/** What is shown over what the log tells. */
export interface ListOverrides {
  readonly ids: Iterable<string>
  set(conversationId: string, change: ListChange): Optimistic
  /** The conversation as a person sees it; the same reference as long as it is the same. */
  shown(conversationId: string, conversation: ConversationSummary | undefined): ConversationSummary | undefined
  hear(conversationId: string, type: WorkspaceEvent['type']): void
  /** Forgets what the log says by now, or had its chance to say. */
  dropTold(): void
}

/** @param logged a conversation as the log tells it. */
export function createListOverrides(logged: (id: string) => ConversationSummary | undefined): ListOverrides {
  const byId = new Map<string, Map<Aspect, Override>>()

  function drop(id: string, override: Override): void {
    const own = byId.get(id)
    const aspect = aspectOf[override.change.kind]
    if (own?.get(aspect) !== override) return
    own.delete(aspect)
    if (own.size === 0) byId.delete(id)
  }

  function put(id: string, override: Override): void {
    const own = byId.get(id) ?? new Map<Aspect, Override>()
    byId.set(id, own.set(aspectOf[override.change.kind], override))
  }

  const isTold = (id: string, { change }: Override) => isAsChanged(logged(id), change)

  function dropIfTold(id: string, override: Override): void {
    if (override.isSettled || isTold(id, override)) drop(id, override)
  }

  return {
    get ids() {
      return byId.keys()
    },
    set(id, change) {
      const before = byId.get(id)?.get(aspectOf[change.kind])
      const override: Override = {
        change: joined(before, change),
        isSettled: false,
        isOvertaken: false,
        results: new WeakMap(),
      }
      put(id, override)
      return {
        settle() {
          override.isSettled = true
          if (override.isOvertaken || isTold(id, override)) drop(id, override)
        },
        undo() {
          drop(id, override)
          if (before && !before.isSettled) put(id, before)
        },
      }
    },
    shown(id, conversation) {
      const own = byId.get(id)
      let shown = conversation
      for (const aspect of own ? aspects : []) {
        const override = own?.get(aspect)
        if (override) shown = resultOf(override, shown)
      }
      return shown
    },
    hear(id, type) {
      for (const override of byId.get(id)?.values() ?? []) {
        if (aspectOf[override.change.kind] === heardAspect(type)) override.isOvertaken = true
        dropIfTold(id, override)
      }
    },
    dropTold() {
      for (const [id, own] of [...byId]) for (const override of [...own.values()]) dropIfTold(id, override)
    },
  }
}

function heardAspect(type: WorkspaceEvent['type']): Aspect | undefined {
  switch (type) {
    case 'conversation-renamed':
      return 'title'
    case 'conversation-filed':
      return 'filing'
    case 'conversation-deleted':
    case 'conversation-restored':
      return 'presence'
    case 'conversation-created':
    case 'conversation-kept':
    case 'conversation-updated':
    case 'file-added':
    case 'settings-changed':
    case 'preset-saved':
    case 'preset-deleted':
    case 'prompt-saved':
    case 'prompt-deleted':
    case 'share-saved':
    case 'share-revoked':
      return undefined
  }
}

/** A filing that is still on its way goes on being shown under the next. */
function joined(before: Override | undefined, change: ListChange): ListChange {
  if (change.kind !== 'filed' || before?.change.kind !== 'filed' || before.isSettled) return change
  return { kind: 'filed', filing: { ...before.change.filing, ...change.filing } }
}

function isAsChanged(conversation: ConversationSummary | undefined, change: ListChange): boolean {
  switch (change.kind) {
    case 'renamed':
      return conversation?.title === change.title
    case 'filed':
      return conversation !== undefined && isFiledAlike(conversation, withFiling(conversation, change.filing))
    case 'removed':
      return conversation === undefined
    case 'restored':
      return conversation !== undefined
  }
}

function resultOf(override: Override, conversation: ConversationSummary | undefined): ConversationSummary | undefined {
  const { change, results } = override
  if (change.kind === 'removed') return undefined
  if (change.kind === 'restored') return conversation ?? change.conversation
  if (!conversation || isAsChanged(conversation, change)) return conversation
  const known = results.get(conversation)
  if (known) return known
  const changed: ConversationSummary =
    change.kind === 'renamed'
      ? { ...conversation, title: change.title, titleOrigin: 'user' }
      : withFiling(conversation, change.filing)
  results.set(conversation, changed)
  return changed
}
