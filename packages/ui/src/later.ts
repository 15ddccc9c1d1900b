/**
 * What only those parts of the clients need that load after the first page: dialogs, palettes, pages beside the chat.
 * Nothing of the first load may import it.
 */
export { createFinishAnnouncer } from './behavior/finish-announcer.ts'
export { laterTexts } from './texts/later/later-texts.ts'
