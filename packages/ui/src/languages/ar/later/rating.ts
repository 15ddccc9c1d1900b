import type { LaterTexts } from '../../../texts/later/later-texts.ts'

export const rating: LaterTexts['rating'] = {
  label: {
    up: 'ما الجيد فيها؟ (اختياري)',
    down: 'ما الخطأ فيها؟ (اختياري)',
  },
  skip: 'تخطٍّ',
  send: 'إرسال',
}
