import type { LaterTexts } from '../../../texts/later/later-texts.ts'
import { numberIn } from '../../plural.ts'

const count = numberIn('zh-Hans')

export const code: LaterTexts['code'] = {
  wrap: '自动换行',
  download: '下载代码',
  fold: '收起部分行',
  unfold: (lines) => `显示全部 ${count(lines)} 行`,
  preview: '预览',
  previewOf: (language) => `预览，${language}`,
  previewIsPartial: '预览中不运行脚本，也不加载来自其他服务器的内容。',
  previewFailed: '无法加载预览。请检查网络连接，然后重试。',
}
