import type { LaterTexts } from '../../../texts/later/later-texts.ts'
import { numberIn } from '../../plural.ts'

const count = numberIn('ar')

export const find: LaterTexts['find'] = {
  label: 'البحث في هذه المحادثة',
  placeholder: 'البحث في هذه المحادثة',
  previous: 'الموضع السابق',
  next: 'الموضع التالي',
  close: 'إغلاق البحث',
  place: (place, total) => `${count(place)} من ${count(total)}`,
  none: 'لا نتائج',
  reading: 'جارٍ القراءة…',
  readFailed: 'تعذّرت قراءة المحادثة كلها.',
  announced: (place, total) => `الموضع ${count(place)} من ${count(total)}`,
}
