import type { LaterTexts } from '../../../texts/later/later-texts.ts'
import { numberIn } from '../../plural.ts'

const count = numberIn('zh-Hans')

export const prompts: LaterTexts['prompts'] = {
  list: '提示词',
  found: (total) => `${count(total)} 个提示词`,
  manage: '管理提示词…',
  fillIntro: '这里填写的内容会放进文本。按 Enter 继续，按 Shift+Enter 换行。',
  preview: '预览',
  empty: (name) => `[${name}]`,
  insert: '插入',
}
