import { inShownLanguage } from '../../languages/catalogue.ts'
import type { WordsOf } from '../../languages/words-of.ts'
import { attachmentTexts } from './attachments.ts'
import { codeTexts } from './code.ts'
import { configurationTexts } from './configuration.ts'
import { dataTexts } from './data.ts'
import { findTexts } from './find.ts'
import { libraryTexts } from './library.ts'
import { selectingTexts, tagTexts } from './list.ts'
import { noticeTexts } from './notices.ts'
import { paletteTexts } from './palette.ts'
import { promptTexts } from './prompts.ts'
import { queueTexts } from './queue.ts'
import { ratingTexts } from './rating.ts'
import { richTexts } from './rich.ts'
import { searchTexts } from './search.ts'
import { settingsTexts } from './settings.ts'
import { shareTexts } from './share.ts'
import { usageTexts } from './usage.ts'
import { comparisonTexts, variationsTexts } from './variations.ts'

/** The words of what loads later, in English, a file for each area of the product. */
const english = {
  attachments: attachmentTexts,
  code: codeTexts,
  comparison: comparisonTexts,
  configuration: configurationTexts,
  data: dataTexts,
  library: libraryTexts,
  notices: noticeTexts,
  find: findTexts,
  palette: paletteTexts,
  rating: ratingTexts,
  prompts: promptTexts,
  rich: richTexts,
  search: searchTexts,
  selecting: selectingTexts,
  queue: queueTexts,
  settings: settingsTexts,
  share: shareTexts,
  tags: tagTexts,
  usage: usageTexts,
  variations: variationsTexts,
} as const

/** What another language has to fill. */
export type LaterTexts = WordsOf<typeof english>

/**
 * The words of what loads later, in the language that is shown. The words of the first load are ../texts.ts. To be read
 * when they are shown, never at import or into a constant: the language can change at any moment.
 */
export const laterTexts: LaterTexts = inShownLanguage<LaterTexts>(english, (words) => words.laterTexts)
