import type { LaterTexts } from '../../../texts/later/later-texts.ts'
import { numberIn } from '../../plural.ts'

const count = numberIn('zh-Hans')

export const attachments: LaterTexts['attachments'] = {
  tray: '附件',
  drop: '将文件拖放到此处添加',
  dropHint: '图片、PDF 和文本',
  remove: (name) => `移除 ${name}`,
  retry: (name) => `重新上传 ${name}`,
  progress: (name) => `正在上传 ${name}`,
  begun: (name) => `正在上传 ${name}。`,
  attached: (name) => `已添加 ${name}。`,
  removed: (name) => `已移除 ${name}。`,
  failed: (name, reason) => `无法添加 ${name}。${reason}`,
  viewer: {
    place: (number, total) => `${count(number)} / ${count(total)}`,
    size: (width, height) => `${count(width)} × ${count(height)}`,
    previous: '上一张',
    next: '下一张',
    original: '打开原图',
  },
}
