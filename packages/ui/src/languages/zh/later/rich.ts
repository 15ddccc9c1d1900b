import type { LaterTexts } from '../../../texts/later/later-texts.ts'

export const rich: LaterTexts['rich'] = {
  formula: {
    label: '公式',
    unreadable: '无法识别此公式。',
  },
  table: {
    copy: '复制表格',
    markdown: '复制为 Markdown',
    csv: '复制为 CSV',
  },
}
