import type { LaterTexts } from '../../../texts/later/later-texts.ts'
import { numberIn } from '../../plural.ts'

const count = numberIn('zh-Hans')

export const selecting: LaterTexts['selecting'] = {
  label: '选中的对话',
  selected: (total) => `已选 ${count(total)} 个`,
  all: '全选已加载的对话',
  tags: '标签…',
  leave: '结束选择',
}

export const tags: LaterTexts['tags'] = {
  title: (title) => `“${title}”的标签`,
  titleMany: (total) => `${count(total)} 个对话的标签`,
  field: '添加标签',
  hint: '按 Enter 或逗号添加。输入框为空时按退格键移除最后一个。',
  partial: '虚线标签只在其中一部分对话上。添加后将用于全部。',
  suggestions: '使用中的标签',
  remove: (name) => `移除标签 ${name}`,
  onSome: (name) => `${name}（部分）`,
  added: (name) => `已添加标签 ${name}。`,
  removed: (name) => `已移除标签 ${name}。`,
  tooLong: (most) => `一个标签最多 ${count(most)} 个字符。`,
  tooMany: (most) => `最多可有 ${count(most)} 个标签。`,
  save: '保存',
  changed: (title) => `已更改“${title}”的标签`,
  changedMany: (total) => `已更改 ${count(total)} 个对话的标签`,
}
