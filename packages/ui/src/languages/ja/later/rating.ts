import type { LaterTexts } from '../../../texts/later/later-texts.ts'

export const rating: LaterTexts['rating'] = {
  label: {
    up: 'どこが良かったですか？（任意）',
    down: 'どこに問題がありましたか？（任意）',
  },
  skip: 'スキップ',
  send: '送信',
}
