import type { Catalogue } from '../catalogue.ts'
import { failures } from './failures.ts'
import { attachments } from './later/attachments.ts'
import { code } from './later/code.ts'
import { configuration } from './later/configuration.ts'
import { data } from './later/data.ts'
import { find } from './later/find.ts'
import { library } from './later/library.ts'
import { selecting, tags } from './later/list.ts'
import { notices } from './later/notices.ts'
import { palette } from './later/palette.ts'
import { prompts } from './later/prompts.ts'
import { queue } from './later/queue.ts'
import { rating } from './later/rating.ts'
import { rich } from './later/rich.ts'
import { search } from './later/search.ts'
import { settings } from './later/settings.ts'
import { share } from './later/share.ts'
import { usage } from './later/usage.ts'
import { comparison, variations } from './later/variations.ts'
import { texts } from './texts.ts'

/** 简体中文，用“你”。 */
export const chinese: Catalogue = {
  texts,
  laterTexts: {
    attachments,
    comparison,
    configuration,
    data,
    code,
    find,
    library,
    notices,
    palette,
    prompts,
    queue,
    rating,
    rich,
    search,
    selecting,
    settings,
    share,
    tags,
    usage,
    variations,
  },
  failures,
}
