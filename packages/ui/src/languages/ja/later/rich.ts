import type { LaterTexts } from '../../../texts/later/later-texts.ts'

export const rich: LaterTexts['rich'] = {
  formula: {
    label: '数式',
    unreadable: 'この数式は読み取れません。',
  },
  table: {
    copy: '表をコピー',
    markdown: 'Markdown としてコピー',
    csv: 'CSV としてコピー',
  },
}
