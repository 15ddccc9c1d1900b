import type { LaterTexts } from '../../../texts/later/later-texts.ts'
import { numberIn } from '../../plural.ts'

const count = numberIn('ja')

export const selecting: LaterTexts['selecting'] = {
  label: '選択した会話',
  selected: (total) => `${count(total)} 件を選択中`,
  all: '読み込み済みをすべて選択',
  tags: 'タグ…',
  leave: '選択を終える',
}

export const tags: LaterTexts['tags'] = {
  title: (title) => `「${title}」のタグ`,
  titleMany: (total) => `${count(total)} 件の会話のタグ`,
  field: 'タグを追加',
  hint: 'Enter またはコンマで追加します。空欄で Backspace を押すと最後のタグを外します。',
  partial: '点線のタグは一部の会話だけに付いています。追加するとすべてに付きます。',
  suggestions: '使用中のタグ',
  remove: (name) => `タグ ${name} を外す`,
  onSome: (name) => `${name}（一部）`,
  added: (name) => `タグ ${name} を追加しました。`,
  removed: (name) => `タグ ${name} を外しました。`,
  tooLong: (most) => `タグは ${count(most)} 文字までです。`,
  tooMany: (most) => `タグは ${count(most)} 個までです。`,
  save: '保存',
  changed: (title) => `「${title}」のタグを変更しました`,
  changedMany: (total) => `${count(total)} 件の会話のタグを変更しました`,
}
