import type { LaterTexts } from '../../../texts/later/later-texts.ts'
import { numberIn } from '../../plural.ts'

const count = numberIn('ja')

export const prompts: LaterTexts['prompts'] = {
  list: 'プロンプト',
  found: (total) => `${count(total)} 件のプロンプト`,
  manage: 'プロンプトを管理…',
  fillIntro: 'ここに書いた内容が文章に入ります。Enter で次へ、Shift+Enter で改行します。',
  preview: 'プレビュー',
  empty: (name) => `[${name}]`,
  insert: '挿入',
}
