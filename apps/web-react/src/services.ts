import type {
  AttachmentTrays,
  ChatStore,
  Importer,
  LiveDrafts,
  LivetypeClient,
  Observable,
  ReplyView,
} from '@livetype/client'
import type { PacedFrames } from '@livetype/client/browser'
import type { SearchOptions } from '@livetype/client/search'
import type {
  ActionRegistry,
  Flag,
  LanguageChoice,
  LatePart,
  LateToaster,
  ListSelection,
  Overlay,
  ReadingPlaces,
  StoredValue,
  Tagging,
  TagsInUse,
  Today,
} from '@livetype/ui'
import { createContext, useContext } from 'react'

/** What the composition root makes and every component may use. */
export interface Services {
  /** For what is asked of the server only while it is looked at. */
  readonly client: LivetypeClient
  readonly store: ChatStore
  readonly drafts: LiveDrafts
  /** What is attached to messages that are being written; it comes after the first paint. */
  readonly attachments: LatePart<AttachmentTrays>
  /** Whether a place of writing has attachments from an earlier page. */
  hasKeptAttachments(key: string | null): boolean
  /** Brings in files of conversations; it comes with the dialog that offers it. */
  readonly importer: LatePart<Importer>
  /** Where the person was reading in each conversation. */
  readonly readingPlaces: ReadingPlaces
  readonly today: Today
  readonly language: LanguageChoice
  /** What can be done now, for the palette and by shortcuts. */
  readonly actions: ActionRegistry
  readonly overlay: Overlay
  /** What is selected in the list. */
  readonly selection: ListSelection
  readonly tagging: Tagging
  readonly tagsInUse: TagsInUse
  /** What was used. */
  readonly usage: LivetypeClient['usage']
  /** Asks the server for what a person looks for. */
  readonly findMessages: SearchOptions['find']
  readonly toaster: LateToaster
  /** The id of the model chosen last. */
  readonly modelChoice: StoredValue
  /** The models that answer side by side, as `comparedModels` reads them. */
  readonly comparison: StoredValue
  readonly sidebarChoice: StoredValue
  /** Whether a person wants to be told of long replies on this device. @see noticeChoice */
  readonly notices: StoredValue
  readonly demoDismissed: StoredValue
  /** What is set for the conversation to come. */
  readonly configurationDraft: StoredValue
  /** Whether the conversation to come is temporary. */
  readonly temporaryDraft: Flag
  /** The frames in which what is typed is drawn, and what belongs to it. */
  readonly frames: PacedFrames
  /** A reply as it is typed. */
  openReply(conversationId: string, messageId: string): Observable<ReplyView>
}

export const ServicesContext = createContext<Services | null>(null)

/** The services of the app. @throws outside of the app's tree. */
export function useServices(): Services {
  const services = useContext(ServicesContext)
  if (!services) throw new Error('useServices needs a ServicesContext above it')
  return services
}
