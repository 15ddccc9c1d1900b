export { type Action, type ActionId, type ActionRegistry, createActionRegistry } from './actions/action-registry.ts'
export { createOverlay, type Overlay, type OverlayName } from './actions/overlay.ts'
export { listenForShortcuts } from './actions/shortcuts.ts'
export {
  type AnnouncedReply,
  type Announcement,
  announcedReply,
  nextAnnouncement,
  noAnnouncement,
} from './behavior/announcer.ts'
export { type AutoGrow, autoGrow } from './behavior/auto-grow.ts'
export { createCaret } from './behavior/caret.ts'
export { comparedModels, keepComparison, maxComparedModels } from './behavior/comparison.ts'
export {
  composerHint,
  createComposerKeys,
  isCancelKey,
  isComposing,
  isSendKey,
  type KeyPress,
} from './behavior/composer-keys.ts'
export { type ComposerRoom, composerRoom } from './behavior/composer-room.ts'
export { configurationOf, keptConfiguration } from './behavior/configuration-draft.ts'
export { type ConnectionNotice, nextConnectionNotice } from './behavior/connection-notice.ts'
export { copyConversation } from './behavior/copy-conversation.ts'
export { copyText } from './behavior/copy-text.ts'
export { editLastQueued, focusQueuedEdit, isEditLastKey } from './behavior/edit-last-queued.ts'
export { type ExportedFile, exportAddress, saveExport } from './behavior/export-address.ts'
export { failureText } from './behavior/failure-text.ts'
export { pastedFiles } from './behavior/files-from.ts'
export { createFlag, type Flag } from './behavior/flag.ts'
export { focusWhenShown } from './behavior/focus-when-shown.ts'
export { leaveFootnote, showFootnote } from './behavior/footnotes.ts'
export { holdVersions } from './behavior/hold-versions.ts'
export { isLongText } from './behavior/is-long-text.ts'
export {
  focusAfterMenu,
  focusAtEnd,
  focusBesideConversations,
  focusComposer,
  focusComposerIfLost,
  focusComposerWhenShown,
  focusEditAction,
  focusIfLost,
  focusNewChat,
  focusRatingAction,
  focusRestoredConversation,
  focusSettled,
  focusTranscript,
  focusUnasked,
  hasComposerInput,
} from './behavior/keep-focus.ts'
export { createLatePart, type LatePart, loadWhenIdle } from './behavior/late-part.ts'
export { createLateToaster, type LateToaster } from './behavior/late-toaster.ts'
export { groupConversations, groupLabel, type ListGroup } from './behavior/list-groups.ts'
export { chosenFilter, filterNote, listMenu, tagMark } from './behavior/list-menu.ts'
export { createListSelection, type ListSelection, type SelectionState, selectedOf } from './behavior/list-selection.ts'
export { isHeldFromOpening, type MenuItem, menuKeyAction, menuStartOfClick } from './behavior/menu.ts'
export { messageAddress, namedMessageKey } from './behavior/named-message.ts'
export { createBlockPlacer, type PlacedBlock } from './behavior/outline.ts'
export { libraryMenu, presetChange, presetIcon, savedPreset } from './behavior/preset-menu.ts'
export { listenForPrint } from './behavior/print.ts'
export { nextRating, ratingAnnouncement, ratingIcons, ratings } from './behavior/rating.ts'
export { createReadingPlaces, type ReadingPlaces } from './behavior/reading-places.ts'
export { createRowWindow, type RowWindow, rowsToDraw, type ShownRows } from './behavior/row-window.ts'
export { sharedTokenIn } from './behavior/share-address.ts'
export { listenForStopKey } from './behavior/stop-key.ts'
export { createStoredValue, type StoredValue, storageKeys } from './behavior/stored-value.ts'
export { createTagging, type Tagging } from './behavior/tagging.ts'
export { createTagsInUse, type TagsInUse } from './behavior/tags-in-use.ts'
export { thumbnailSize } from './behavior/thumbnail-size.ts'
export { formatAbsoluteTime, formatClockTime, formatRelativeTime } from './behavior/time.ts'
export { copiedMs, restoredMs, undoMs } from './behavior/timing.ts'
export { createToday, type Today } from './behavior/today.ts'
export { createTranscriptView, type TranscriptView } from './behavior/transcript-view.ts'
export { listenForUnexpectedErrors } from './behavior/unexpected-errors.ts'
export { type VersionPlace, type VersionStep, versionPlace, versionStep } from './behavior/version-place.ts'
export { watchSeconds } from './behavior/watch-seconds.ts'
export { type IconName, type IconNode, iconAttributes, icons, isPointing } from './icons/icons.ts'
export { onTextsRead, sentenceOf } from './languages/catalogue.ts'
export { createLanguage, type LanguageChoice } from './languages/language.ts'
export { readKeptSettings } from './settings/kept-settings.ts'
export { showSettings } from './settings/show-settings.ts'
export { activityLabel } from './texts/activity-label.ts'
export { type EndingNote, endingNote } from './texts/ending-note.ts'
export type { Example } from './texts/examples.ts'
export { fileLabel, fileSize } from './texts/file-label.ts'
export { nameConversations } from './texts/name-conversations.ts'
export { reasoningLabel } from './texts/reasoning-label.ts'
export { type ReplyEnd, replyMark } from './texts/reply-mark.ts'
export { demoEnvironment, type Texts, texts } from './texts/texts.ts'
export { createTheme, type Theme, type ThemeHost } from './theme/theme.ts'
export {
  parseThemePreference,
  type ResolvedTheme,
  resolveTheme,
  type ThemePreference,
  themeColors,
  themePreferences,
  themeStorageKey,
} from './theme/theme-preference.ts'
