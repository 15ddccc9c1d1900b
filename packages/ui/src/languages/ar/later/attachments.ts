import type { LaterTexts } from '../../../texts/later/later-texts.ts'
import { numberIn } from '../../plural.ts'
import { isolated } from '../isolated.ts'

const count = numberIn('ar')

export const attachments: LaterTexts['attachments'] = {
  tray: 'المرفقات',
  drop: 'أفلت الملفات لإرفاقها',
  dropHint: 'صور وملفات PDF ونصوص',
  remove: (name) => `إزالة ${isolated(name)}`,
  retry: (name) => `رفع ${isolated(name)} من جديد`,
  progress: (name) => `جارٍ رفع ${isolated(name)}`,
  begun: (name) => `جارٍ رفع ${isolated(name)}.`,
  attached: (name) => `أُرفق ${isolated(name)}.`,
  removed: (name) => `أُزيل ${isolated(name)}.`,
  failed: (name, reason) => `تعذّر إرفاق ${isolated(name)}. ${reason}`,
  viewer: {
    place: (number, total) => `${count(number)} / ${count(total)}`,
    size: (width, height) => isolated(`${count(width)} × ${count(height)}`),
    previous: 'الصورة السابقة',
    next: 'الصورة التالية',
    original: 'فتح الأصل',
  },
}
