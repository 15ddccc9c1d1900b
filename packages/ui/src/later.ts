/**
 * What only those parts of the clients need that load after the first page: dialogs, palettes, pages beside the chat.
 * Nothing of the first load may import it.
 */
export {
  type ConfigurationForm,
  formOfConfiguration,
  numberFields,
  readConfigurationForm,
} from './behavior/configuration-form.ts'

export { listenForDroppedFiles } from './behavior/file-drop.ts'
export { createFinishAnnouncer } from './behavior/finish-announcer.ts'
export { type ImportGroup, type ImportReportWords, importReportWords } from './behavior/import-report-words.ts'
export { isNearEnd } from './behavior/is-near-end.ts'
export { nextPosition } from './behavior/item-order.ts'
export { askForNotices, type NoticeChoice, noticeChoice } from './behavior/notice-choice.ts'
export { type ListedQueued, queueAnnouncement, queuedName, queuedWords, queueNote } from './behavior/queue-words.ts'
export { watchForNotices } from './behavior/reply-notices.ts'
export { saveTags } from './behavior/save-tags.ts'
export { beginSelecting, focusTagged, leaveSelecting, listenForSelecting } from './behavior/selecting.ts'
export { shareAddress, sharedFilesAt } from './behavior/share-address.ts'
export {
  addTag,
  pressTagKey,
  removeTag,
  type TagForm,
  tagFormOf,
  tagSuggestions,
  typeTag,
} from './behavior/tag-form.ts'
export { trayAnnouncement } from './behavior/tray-announcement.ts'
export { codeFileName, saveCode } from './code/code-file.ts'
export { type CodeView, codeViewAt, isLongCode, keepBlockInSight, keepCodeView, lineCount } from './code/code-view.ts'
export { type CodeDrawing, drawCode } from './code/draw-code.ts'
export type { DiagramPicture } from './diagram/diagram-drawer.ts'
export { needsSourceOnPaper, pictureAddress, pictureSize, savePicture } from './diagram/diagram-picture.ts'
export { diagramName, isDiagramLanguage } from './diagram/diagram-source.ts'
export {
  type DiagramState,
  type DiagramView,
  diagramNote,
  hasTwoFaces,
  noDiagram,
  shownPicture,
} from './diagram/diagram-view.ts'
export { type ConversationFind, createFind, type FoundPlaces } from './find/create-find.ts'
export { findStep } from './find/find-step.ts'
export { type ImageState, imageSize, isLoadableImage, nextOfImage, showImage } from './image/show-image.ts'
export {
  elsewhereNote,
  isSearched,
  type LibraryKind,
  type LibraryRow,
  libraryKinds,
  libraryRows,
  rowChange,
  rowMove,
  undoOf,
} from './library/library-list.ts'
export { examplePreset, formOfPreset, type PresetForm, type PresetIcon, readPresetForm } from './library/preset-form.ts'
export {
  formOfPrompt,
  type PromptField,
  type PromptForm,
  readPromptForm,
  variablesNote,
  writtenPrompt,
} from './library/prompt-form.ts'
export { type PaletteEntry, paletteEntries, paletteStep } from './palette/palette-entries.ts'
export { listShortcuts } from './palette/shortcut-list.ts'
export { isPreviewable } from './preview/previewable.ts'
export { type PreviewState, previewHeightAt, showPreview } from './preview/show-preview.ts'
export { insertAtStart } from './prompts/insert-text.ts'
export {
  defaultValues,
  fillPrompt,
  type PromptValues,
  promptParts,
  promptVariables,
} from './prompts/prompt-variables.ts'
export { promptDetail, type SlashEntry } from './prompts/slash-entries.ts'
export { createSlashList, type SlashList, slashListId } from './prompts/slash-list.ts'
export {
  type SearchOption,
  type SearchSection,
  searchAnnouncement,
  searchPath,
  searchSections,
} from './search/search-options.ts'
export { changeOf, type SettingsField, type SettingsSection, settingsSections } from './settings/settings-form.ts'
export { laterTexts } from './texts/later/later-texts.ts'
export { type UsagePeriod, usageDayStarts, usagePeriods } from './usage/usage-days.ts'
export {
  type AnswerDetail,
  answerDetails,
  describeDay,
  describeTotal,
  formatCompactCount,
  formatCost,
  formatCount,
  formatDay,
} from './usage/usage-format.ts'
export { dayAt, dayStep, usagePlot } from './usage/usage-plot.ts'
export { dayRows, modelRows, type UsageLine, usageNotes } from './usage/usage-rows.ts'
export { type DayUsage, summarizeUsage, type UsageSummary } from './usage/usage-summary.ts'
