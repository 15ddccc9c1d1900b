import type { ImportedConversation, ImportReport } from '@livetype/protocol'
import { laterTexts } from '../texts/later/later-texts.ts'
import { texts } from '../texts/texts.ts'

/** Conversations of a file to which the same happened. */
export interface ImportGroup {
  readonly id: 'refused' | 'changed' | 'imported' | 'restored' | 'present'
  readonly label: string
  /** What a person has to look at is open from the start. */
  readonly isOpen: boolean
  readonly items: readonly {
    /** Its place in the file: unique in it. */
    readonly key: string
    readonly title: string
    /** Where it is, if it is here. */
    readonly conversationId: string | undefined
    readonly notes: readonly string[]
  }[]
}

/** What became of a file, in words. */
export interface ImportReportWords {
  /** A sentence for each kind. */
  readonly summary: readonly string[]
  /** Why the file could not be read to its end. */
  readonly problem: string | undefined
  readonly groups: readonly ImportGroup[]
  readonly unlisted: string | undefined
}

const order = ['refused', 'changed', 'imported', 'restored', 'present'] as const

/** Says what became of a file: in a sentence for each kind, and conversation by conversation. */
export function importReportWords(report: ImportReport): ImportReportWords {
  const words = laterTexts.data
  const { imported, messages, present, restored, refused, problem, unlisted } = report
  const summary = [
    imported > 0 && words.imported(imported, messages),
    restored > 0 && words.restored(restored),
    present > 0 && words.present(present),
    refused > 0 && words.refused(refused),
  ].filter((sentence) => sentence !== false)
  const isEmpty = summary.length === 0 && problem === undefined
  const groups = Map.groupBy(report.conversations, kindOf)
  return {
    summary: isEmpty ? [words.nothing] : summary,
    problem: problem === undefined || summary.length === 0 ? problem : words.problem(problem),
    groups: order.flatMap((id) => {
      const found = groups.get(id) ?? []
      if (found.length === 0) return []
      const isOpen = id === 'refused' || id === 'changed'
      return [{ id, label: words.groups[id](found.length), isOpen, items: found.map(itemOf) }]
    }),
    unlisted: unlisted > 0 ? words.unlisted(unlisted) : undefined,
  }
}

function kindOf({ outcome, notes }: ImportedConversation): ImportGroup['id'] {
  return outcome === 'imported' && notes.length > 0 ? 'changed' : outcome
}

function itemOf({ place, title, outcome, conversationId, notes }: ImportedConversation) {
  return {
    key: place,
    title: title || texts.sidebar.untitled,
    conversationId,
    notes: outcome === 'refused' ? [...notes, laterTexts.data.place(place)] : notes,
  }
}
