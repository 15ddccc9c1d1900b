import type { LaterTexts } from '../../../texts/later/later-texts.ts'
import { numberIn, pluralIn } from '../../plural.ts'
import { isolated } from '../isolated.ts'

const count = numberIn('ar')
const plural = pluralIn('ar')

export const usage: LaterTexts['usage'] = {
  title: 'الاستهلاك',
  period: 'المدة',
  periods: (days) =>
    plural(days, {
      zero: 'صفر أيام',
      one: 'يوم واحد',
      two: 'يومان',
      few: `${count(days)} أيام`,
      many: `${count(days)} يومًا`,
      other: `${count(days)} يوم`,
    }),
  model: 'النموذج',
  allModels: 'كل النماذج',
  plot: (days) => `الرموز في كل يوم من آخر الأيام، وعددها ${count(days)}`,
  day: (date, used) => `${isolated(date)}: ${isolated(used)}`,
  nothing: 'لا شيء',
  replies: (replies) =>
    plural(replies, {
      zero: 'لا ردود',
      one: 'رد واحد',
      two: 'ردّان',
      few: `${count(replies)} ردود`,
      many: `${count(replies)} ردًا`,
      other: `${count(replies)} رد`,
    }),
  tokens: (tokens) =>
    plural(tokens, {
      zero: 'لا رموز',
      one: 'رمز واحد',
      two: 'رمزان',
      few: `${count(tokens)} رموز`,
      many: `${count(tokens)} رمزًا`,
      other: `${count(tokens)} رمز`,
    }),
  total: (used) => `المجموع: ${isolated(used)}`,
  byModel: 'حسب النموذج',
  byDay: 'حسب اليوم',
  date: 'اليوم',
  repliesLabel: 'الردود',
  tokensLabel: 'الرموز',
  read: 'الرموز المقروءة',
  written: 'الرموز المكتوبة',
  cost: 'التكلفة',
  firstToken: 'الوقت حتى أول رمز',
  speed: 'السرعة',
  perSecond: (tokens) => `${count(tokens)} رمز/ث`,
  ofModel: (model, label) => `${isolated(model)}: ${isolated(label)}`,
  uncounted: 'لم يحسبها خادم النموذج',
  uncountedNote: (replies) => `ردود لم يحسب خادم النموذج رموزها: ${count(replies)}.`,
  noPrice: '–',
  noPrices: 'تظهر التكلفة للنماذج التي ضُبطت أسعارها على الخادم (LIVETYPE_MODEL_PRICES).',
  empty: 'لم يُستهلك شيء في هذه المدة.',
  loading: 'جارٍ الحساب…',
  failed: 'تعذّرت قراءة الاستهلاك.',
  detailsFailed: 'تعذّرت قراءة التفاصيل.',
  ofConversation: 'استهلاك هذه المحادثة',
  ofConversationEmpty: 'لم يُستهلك شيء بعد.',
}
