import type { LaterTexts } from '../../../texts/later/later-texts.ts'
import { numberIn } from '../../plural.ts'

const count = numberIn('zh-Hans')

export const find: LaterTexts['find'] = {
  label: '在此对话中查找',
  placeholder: '在此对话中查找',
  previous: '上一处',
  next: '下一处',
  close: '关闭查找',
  place: (place, total) => `第 ${count(place)} 处，共 ${count(total)} 处`,
  none: '没有结果',
  reading: '正在读取…',
  readFailed: '未能读取整个对话。',
  announced: (place, total) => `第 ${count(place)} 处，共 ${count(total)} 处`,
}
