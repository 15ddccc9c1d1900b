import type { LaterTexts } from '../../../texts/later/later-texts.ts'
import { numberIn } from '../../plural.ts'

const count = numberIn('ar')

export const code: LaterTexts['code'] = {
  wrap: 'التفاف الأسطر الطويلة',
  download: 'تنزيل الشيفرة',
  fold: 'عرض أسطر أقل',
  unfold: (lines) => `عرض كل الأسطر (${count(lines)})`,
  preview: 'معاينة',
  previewOf: (language) => `معاينة، ${language}`,
  previewIsPartial: 'لا تُشغَّل البرامج النصية في المعاينة، ويُحذف منها ما كان سيأتي من خوادم أخرى.',
  previewFailed: 'تعذّر تحميل المعاينة. تحقق من الاتصال ثم حاول مجددًا.',
}
