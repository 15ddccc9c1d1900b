import type { LaterTexts } from '../../../texts/later/later-texts.ts'
import { numberIn, pluralIn } from '../../plural.ts'

const count = numberIn('ar')
const plural = pluralIn('ar')

export const search: LaterTexts['search'] = {
  title: 'البحث في الرسائل',
  placeholder: 'ماذا قيل؟',
  searching: 'جارٍ البحث…',
  syntax: [
    { example: 'كعكة تفاح', meaning: 'الكلمتان معًا، في أي موضع من رسالة أو عنوان' },
    { example: '"كعكة تفاح"', meaning: 'هذه الكلمات نفسها متتالية' },
    { example: 'تفا*', meaning: 'كلمات تبدأ هكذا' },
    { example: '-كعكة', meaning: 'ما لا يحتوي على هذه الكلمة' },
  ],
  none: 'لا نتائج.',
  noneHint: 'كلمات أقل، أو بداياتها فقط، تعطي نتائج أكثر.',
  failed: 'لم ينجح البحث.',
  retry: 'إعادة المحاولة',
  foundMessages: (messages) =>
    plural(messages, {
      zero: 'لا رسائل',
      one: 'رسالة واحدة',
      two: 'رسالتان',
      few: `${count(messages)} رسائل`,
      other: `${count(messages)} رسالة`,
    }),
  foundTitles: (titles) =>
    plural(titles, {
      zero: 'لا عناوين',
      one: 'عنوان واحد',
      two: 'عنوانان',
      few: `${count(titles)} عناوين`,
      many: `${count(titles)} عنوانًا`,
      other: `${count(titles)} عنوان`,
    }),
  limited: (messages) => `الرسائل التي فيها هذه الكلمات أكثر من ${count(messages)}. تُعرض أحدثها.`,
  more: (messages) => `نتائج أخرى في هذه المحادثة: ${count(messages)}`,
  moreFailed: 'تعذّرت قراءة البقية. إعادة المحاولة',
  loadingMore: 'جارٍ البحث عن المزيد…',
  nextFailed: 'تعذّرت قراءة المزيد.',
}
