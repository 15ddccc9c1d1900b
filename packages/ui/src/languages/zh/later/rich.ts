import type { LaterTexts } from '../../../texts/later/later-texts.ts'

export const rich: LaterTexts['rich'] = {
  formula: {
    label: '公式',
    unreadable: '无法识别此公式。',
  },
}
