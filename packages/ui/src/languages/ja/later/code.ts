import type { LaterTexts } from '../../../texts/later/later-texts.ts'
import { numberIn } from '../../plural.ts'

const count = numberIn('ja')

export const code: LaterTexts['code'] = {
  wrap: '長い行を折り返す',
  download: 'コードをダウンロード',
  fold: '表示行数を減らす',
  unfold: (lines) => `全 ${count(lines)} 行を表示`,
  preview: 'プレビュー',
  previewOf: (language) => `プレビュー、${language}`,
  previewIsPartial: 'プレビューではスクリプトは実行されず、他のサーバーから読み込むものは表示されません。',
  previewFailed: 'プレビューを読み込めませんでした。接続を確認して、もう一度お試しください。',
}
