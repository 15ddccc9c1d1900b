import type { LaterTexts } from '../../../texts/later/later-texts.ts'
import { numberIn } from '../../plural.ts'

const count = numberIn('zh-Hans')

export const code: LaterTexts['code'] = {
  wrap: '自动换行',
  download: '下载代码',
  fold: '收起部分行',
  unfold: (lines) => `显示全部 ${count(lines)} 行`,
}
