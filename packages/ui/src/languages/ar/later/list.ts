import type { LaterTexts } from '../../../texts/later/later-texts.ts'
import { numberIn, pluralIn } from '../../plural.ts'
import { isolated } from '../isolated.ts'

const count = numberIn('ar')
const plural = pluralIn('ar')

/** العدد ومعدوده في حالة الجر. */
const conversations = (total: number) =>
  plural(total, {
    zero: 'صفر محادثات',
    one: 'محادثة واحدة',
    two: 'محادثتين',
    few: `${count(total)} محادثات`,
    other: `${count(total)} محادثة`,
  })

export const selecting: LaterTexts['selecting'] = {
  label: 'المحادثات المحددة',
  selected: (total) => `المحدد: ${count(total)}`,
  all: 'تحديد كل ما تم تحميله',
  tags: 'الوسوم…',
  leave: 'إنهاء التحديد',
}

export const tags: LaterTexts['tags'] = {
  title: (title) => `وسوم «${isolated(title)}»`,
  titleMany: (total) => `وسوم ${conversations(total)}`,
  field: 'إضافة وسم',
  hint: 'يُضاف بالضغط على Enter أو بفاصلة. والضغط على Backspace في الحقل الفارغ يزيل آخر وسم.',
  partial: 'الوسم ذو الإطار المتقطع على بعضها فقط. أضفه ليكون عليها كلها.',
  suggestions: 'الوسوم المستخدمة',
  remove: (name) => `إزالة الوسم ${isolated(name)}`,
  onSome: (name) => `${isolated(name)} (على بعضها)`,
  added: (name) => `أُضيف الوسم ${isolated(name)}.`,
  removed: (name) => `أُزيل الوسم ${isolated(name)}.`,
  tooLong: (most) => `أقصى عدد من الحروف في الوسم: ${count(most)}.`,
  tooMany: (most) => `أقصى عدد من الوسوم هنا: ${count(most)}.`,
  save: 'حفظ',
  changed: (title) => `تغيّرت وسوم «${isolated(title)}»`,
  changedMany: (total) => `تغيّرت وسوم ${conversations(total)}`,
}
