import type { LaterTexts } from '../../../texts/later/later-texts.ts'
import { numberIn } from '../../plural.ts'

const count = numberIn('ar')

export const code: LaterTexts['code'] = {
  wrap: 'التفاف الأسطر الطويلة',
  download: 'تنزيل الشيفرة',
  fold: 'عرض أسطر أقل',
  unfold: (lines) => `عرض كل الأسطر (${count(lines)})`,
}
