import type { LaterTexts } from '../../../texts/later/later-texts.ts'
import { numberIn } from '../../plural.ts'

const count = numberIn('ja')

export const attachments: LaterTexts['attachments'] = {
  tray: '添付ファイル',
  drop: 'ここにドロップして添付',
  dropHint: '画像、PDF、テキスト',
  remove: (name) => `${name} を外す`,
  retry: (name) => `${name} をもう一度アップロード`,
  progress: (name) => `${name} をアップロード中`,
  begun: (name) => `${name} をアップロードしています。`,
  attached: (name) => `${name} を添付しました。`,
  removed: (name) => `${name} を外しました。`,
  failed: (name, reason) => `${name} を添付できませんでした。${reason}`,
  viewer: {
    place: (number, total) => `${count(number)} / ${count(total)}`,
    size: (width, height) => `${count(width)} × ${count(height)}`,
    previous: '前の画像',
    next: '次の画像',
    original: '元の画像を開く',
  },
}
