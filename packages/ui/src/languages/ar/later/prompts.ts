import type { LaterTexts } from '../../../texts/later/later-texts.ts'
import { numberIn, pluralIn } from '../../plural.ts'
import { isolated } from '../isolated.ts'

const count = numberIn('ar')
const plural = pluralIn('ar')

export const prompts: LaterTexts['prompts'] = {
  list: 'المطالبات',
  found: (total) =>
    plural(total, {
      zero: 'لا مطالبات',
      one: 'مطالبة واحدة',
      two: 'مطالبتان',
      few: `${count(total)} مطالبات`,
      other: `${count(total)} مطالبة`,
    }),
  manage: 'إدارة المطالبات…',
  fillIntro: 'ما يُكتب هنا يوضع في النص. Enter للمتابعة، وShift+Enter لسطر جديد.',
  preview: 'معاينة',
  empty: (name) => `[${isolated(name)}]`,
  insert: 'إدراج',
}
