import type { LaterTexts } from '../../../texts/later/later-texts.ts'

export const rich: LaterTexts['rich'] = {
  formula: {
    label: 'صيغة',
    unreadable: 'تتعذر قراءة هذه الصيغة.',
  },
}
