import type { LaterTexts } from '../../../texts/later/later-texts.ts'
import { numberIn } from '../../plural.ts'

const count = numberIn('ja')

export const find: LaterTexts['find'] = {
  label: 'この会話内を検索',
  placeholder: 'この会話内を検索',
  previous: '前の箇所',
  next: '次の箇所',
  close: '検索を閉じる',
  place: (place, total) => `${count(total)} 件中 ${count(place)} 件目`,
  none: '見つかりません',
  reading: '読み込んでいます…',
  readFailed: '会話のすべてを読み込めませんでした。',
  announced: (place, total) => `${count(total)} 件中 ${count(place)} 件目の箇所`,
}
