import { inShownLanguage } from '../languages/catalogue.ts'
import { numberIn } from '../languages/plural.ts'
import type { WordsOf } from '../languages/words-of.ts'
import { demoExamples, examples } from './examples.ts'

const count = numberIn('en')

/**
 * Every word that a person reads or hears in the web clients, in English; what loads after the first page has its words
 * in later/. An entry that needs a value is a function.
 */
const english = {
  app: {
    name: 'Livetype',
    skipToComposer: 'Skip to the message box',
  },

  sidebar: {
    label: 'Conversations',
    newConversation: 'New chat',
    open: 'Show sidebar',
    close: 'Hide sidebar',
    empty: 'No conversations yet',
    emptyHint: 'What you ask is kept here.',
    loading: 'Loading conversations…',
    failed: 'The conversations could not be loaded.',
    untitled: 'Untitled',
    running: 'Reply in progress',
    actionsFor: (title: string) => `Actions for “${title}”`,
    rename: 'Rename',
    renameLabel: 'Title of the conversation',
    delete: 'Delete',
    deleted: (title: string) => `Deleted “${title}”`,
    deletedMany: (total: number) => `Deleted ${count(total)} conversations`,
    pin: 'Pin',
    unpin: 'Unpin',
    archive: 'Archive',
    archived: (title: string) => `Archived “${title}”`,
    archivedMany: (total: number) => `Archived ${count(total)} conversations`,
    unarchive: 'Take out of the archive',
    unarchived: (title: string) => `Taken out of the archive: “${title}”`,
    unarchivedMany: (total: number) => `Took ${count(total)} conversations out of the archive`,
    share: 'Share…',
    copyMarkdown: 'Copy as Markdown',
    exportMarkdown: 'Export as Markdown',
    exportJson: 'Export as JSON',
    undo: 'Undo',
    pinned: 'Pinned',
    today: 'Today',
    yesterday: 'Yesterday',
    lastWeek: 'Previous 7 days',
    lastMonth: 'Previous 30 days',
    loadingOlder: 'Loading older conversations…',
    olderFailed: 'Older conversations could not be loaded.',
    listMenu: 'What the list shows',
    select: 'Select conversations',
    showAll: 'All conversations',
    showArchived: 'Archived conversations',
    emptyArchive: 'Nothing is archived.',
    tags: (names: string) => `Tags: ${names}`,
    showTag: (name: string) => `Tag “${name}”`,
    emptyTag: 'No conversation has this tag.',
    editTags: 'Tags…',
    leaveFilter: 'Show all conversations',
  },

  /** A chat that is not kept. @see SPEC.md TEMP1 */
  temporary: {
    title: 'Temporary chat',
    hint: 'This chat is in no list and in no search. It is removed for good an hour after you have left it.',
    keep: 'Keep this chat',
    kept: 'This chat is kept.',
    keepFailed: 'The chat could not be kept.',
  },

  models: {
    label: 'Model',
    current: (name: string) => `Model: ${name}`,
    loading: 'Loading models…',
    failed: 'The models could not be loaded.',
    compare: 'Compare models',
  },

  composer: {
    label: 'Message',
    placeholder: 'Ask anything',
    send: 'Send',
    sendWhenUploaded: 'Sends when the files have arrived. Press again to wait no longer.',
    attach: 'Attach files',
    stop: 'Stop',
    hint: 'Enter sends, Shift+Enter starts a new line',
    hintWithModifier: (key: string) => `${key}+Enter sends, Enter starts a new line`,
    queue: 'Send when the reply is done',
    queueHint: 'Enter sends it after the reply, Shift+Enter starts a new line',
    queueHintWithModifier: (key: string) => `${key}+Enter sends it after the reply, Enter starts a new line`,
    nearLimit: 'This message is near the greatest length.',
    overLimit: 'This message is too long to be sent.',
    tooLong: (excess: number) => `${count(excess)} ${excess === 1 ? 'character' : 'characters'} too many`,
    remaining: (rest: number) => `${count(rest)} ${rest === 1 ? 'character' : 'characters'} left`,
  },

  /** Ways to begin a conversation that a person has saved. */
  presets: {
    title: 'Your presets',
    actionsFor: (name: string) => `Actions for the preset “${name}”`,
    edit: 'Edit',
    duplicate: 'Duplicate',
    copyOf: (name: string) => `${name} (copy)`,
    moveUp: 'Move up',
    moveDown: 'Move down',
    delete: 'Delete',
    deleted: (name: string) => `Deleted the preset “${name}”`,
    failed: 'The presets could not be changed.',
  },

  /** Where presets and prompts are kept. */
  library: {
    open: 'Prompts and presets',
  },

  configuration: {
    open: 'Conversation settings',
    openSet: 'Conversation settings (changed)',
    failed: 'The settings could not be saved.',
  },

  /** What came with a message. */
  attachments: {
    label: 'Attachments',
    view: (name: string) => `View ${name}`,
    download: (name: string) => `Download ${name}`,
    /** A file's kind and size, such as "MD · 2 kB". */
    about: (kind: string, size: string) => `${kind} · ${size}`,
    kilobytes: (kilobytes: number) => `${count(kilobytes)} kB`,
    megabytes: (megabytes: number) => `${count(megabytes)} MB`,
  },

  transcript: {
    label: 'Messages',
    loading: 'Loading the conversation…',
    jumpToLatest: 'Jump to latest',
    you: 'You',
    assistant: 'Assistant',
  },

  activity: {
    sending: 'Sending…',
    queued: 'In the queue: begins when another reply has ended',
    waitingFor: (model: string) => `Waiting for ${model}…`,
    thinking: 'Thinking…',
    writing: 'Writing…',
    reconnecting: 'Reconnecting…',
  },

  reasoning: {
    open: 'Thinking…',
    openFor: (duration: string) => `Thinking… ${duration}`,
    closed: 'Thoughts',
    closedSoon: 'Thought for a moment',
    closedFor: (duration: string) => `Thought for ${duration}`,
  },

  duration: {
    seconds: (seconds: number) => `${seconds} s`,
    minutes: (minutes: number, seconds: number) => `${minutes} min ${seconds} s`,
  },

  /** How a reply ended. @see SPEC.md RUN3 */
  marks: {
    completed: 'Complete',
    stopped: 'Stopped',
    failed: 'Failed',
    interrupted: 'Interrupted',
    interruptedHint: 'The server went away while this reply was being written. What had arrived was kept.',
    failedFallback: 'The reply could not be completed.',
  },

  actions: {
    copy: 'Copy',
    copyCode: 'Copy code',
    copied: 'Copied',
    copyFailed: 'Copying was not possible',
    edit: 'Edit',
    regenerate: 'Regenerate',
    againWith: 'Again with another model',
    continue: 'Continue',
    undoContinue: 'Take back the continuation',
    retry: 'Retry',
    discard: 'Discard',
    cancel: 'Cancel',
    dismiss: 'Dismiss',
    details: 'Details',
    close: 'Close',
  },

  /** What a person thinks of an answer. */
  rating: {
    up: 'Good answer',
    down: 'Bad answer',
    given: { up: 'Rated as good.', down: 'Rated as bad.' },
    takenBack: 'The rating was taken back.',
  },

  edit: {
    label: 'Edit message',
    send: 'Send',
    waiting: 'Uploading…',
  },

  /** The siblings of a message: what an edit or another reply has made. */
  versions: {
    label: (number: number, count: number) => `Version ${number} of ${count}`,
    place: (number: number, count: number) => `${number} / ${count}`,
    previous: 'Previous version',
    next: 'Next version',
  },

  delivery: {
    sending: 'Sending…',
    failed: 'Not sent.',
  },

  code: {
    plain: 'Text',
    block: (language: string) => `Code, ${language}`,
  },

  table: {
    label: 'Table',
  },

  footnote: {
    mark: (label: string) => `Footnote ${label}`,
    back: 'Back to the text',
  },

  task: {
    done: 'Done',
    open: 'Not done',
  },

  image: {
    /** No image is loaded unasked: its address alone would tell a stranger who reads. */
    notLoaded: (description: string) => (description ? `Image: ${description}` : 'Image'),
  },

  empty: {
    title: 'What would you like to know?',
    subtitle: 'Ask in your own words. The reply is typed as it is written, and kept.',
    examplesLabel: 'Examples',
    examples,
    demoExamples,
  },

  demo: {
    label: 'About the demo model',
    title: 'This is the demo: built in, no AI.',
    body: 'It types, but it knows nothing.',
    howIntro: 'Set these in the file .env beside package.json, then restart the server:',
    variables: [
      { name: 'OPENAI_API_KEY', meaning: 'your key, where the server wants one' },
      { name: 'OPENAI_BASE_URL', meaning: 'the address of any OpenAI-compatible server' },
      { name: 'OPENAI_MODELS', meaning: 'the models to offer, separated by commas' },
    ],
    howOutro: 'Keys stay on the server.',
    show: 'How to connect a real model',
    dismiss: 'Dismiss',
  },

  connection: {
    offline: 'You are offline. What you see is kept; typing goes on when the network is back.',
    reconnecting: 'Connection lost. Reconnecting…',
    restored: 'Connected again',
  },

  notFound: {
    conversationTitle: 'There is no such conversation',
    conversationBody: 'It may have been deleted or temporary, or the link is not complete.',
    pageTitle: 'There is no such page',
    pageBody: 'The address may be misspelt.',
    action: 'Start a new chat',
  },

  errors: {
    unexpectedTitle: 'Something went wrong',
    unexpectedBody: 'This page ran into a problem. Your conversations are safe on the server.',
    reload: 'Reload the page',
    conversationFailed: 'The conversation could not be loaded.',
    renameFailed: 'The title could not be changed.',
    deleteFailed: 'The conversation could not be deleted.',
    restoreFailed: 'The conversation could not be restored.',
    filingFailed: 'The change could not be saved.',
    stopFailed: 'The reply could not be stopped.',
    sendQueuedFailed: 'The queued message could not be sent.',
    regenerateFailed: 'A new reply could not be started.',
    continueFailed: 'The reply could not be continued.',
    chooseBranchFailed: 'The other version could not be shown.',
    ratingFailed: 'The rating could not be saved.',
    undoFailed: 'The continuation could not be taken back.',
    settingsFailed: 'The settings could not be saved.',
    languageFailed: 'The language could not be loaded.',
    /** Two sentences: what did not work, and why. */
    withReason: (what: string, why: string) => `${what} ${why}`,
  },

  theme: {
    label: 'Theme',
    light: 'Light',
    dark: 'Dark',
    system: 'System',
    current: (name: string) => `Theme: ${name}`,
  },

  /** What the one live region says to those who listen. */
  announce: {
    queued: 'In the queue.',
    generating: 'Generating…',
    stopped: 'Reply stopped.',
    interrupted: 'The reply was interrupted.',
    undone: 'The continuation was taken back.',
    completed: 'Reply complete.',
    goesOn: 'The reply goes on; the rest can be read in the conversation.',
  },

  settings: {
    open: 'Settings',
  },

  search: {
    open: 'Search messages',
  },

  /** What is printed on keys; on a Mac they have symbols. */
  keys: {
    control: 'Ctrl',
    shift: 'Shift',
    enter: 'Enter',
    escape: 'Esc',
  },

  notifications: {
    label: 'Notifications',
  },

  /** The title of the browser's tab. */
  documentTitle: (conversation: string | null) => (conversation ? `${conversation} · Livetype` : 'Livetype'),
} as const

/** What another language has to fill. */
export type Texts = WordsOf<typeof english>

/**
 * The words in the language that is shown. To be read when they are shown, never at import or into a constant: the
 * language can change at any moment.
 */
export const texts: Texts = inShownLanguage<Texts>(english, (words) => words.texts)

/** The lines of `.env` that connect a real model, each with what it is for. */
export function demoEnvironment(): string {
  return texts.demo.variables.map(({ name, meaning }) => `${name}=   # ${meaning}`).join('\n')
}
