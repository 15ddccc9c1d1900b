import type { LaterTexts } from '../../../texts/later/later-texts.ts'
import { numberIn, pluralIn } from '../../plural.ts'
import { isolated } from '../isolated.ts'

const count = numberIn('ar')
const plural = pluralIn('ar')

export const variations: LaterTexts['variations'] = {
  label: (total) =>
    plural(total, {
      two: 'إجابتان جنبًا إلى جنب',
      few: `${count(total)} إجابات جنبًا إلى جنب`,
      other: `${count(total)} إجابة جنبًا إلى جنب`,
    }),
  number: (number, total) => `${count(number)} من ${count(total)}`,
  use: 'اختيار هذه الإجابة',
  useOf: (model, number) => `اختيار هذه الإجابة: ${isolated(model)}، ${count(number)}`,
  leads: 'الرسالة التالية تتبع هذه',
  stop: (model) => `إيقاف ${isolated(model)}`,
  rate: (tokensPerSecond, isEstimated) => `${isEstimated ? '≈ ' : ''}${count(Math.round(tokensPerSecond))} رمز/ث`,
  completed: (model) => `انتهى ${isolated(model)}.`,
  stopped: (model) => `أُوقف ${isolated(model)}.`,
  failed: (model) => `لم ينجح ${isolated(model)}.`,
  interrupted: (model) => `انقطع ${isolated(model)}.`,
}

export const comparison: LaterTexts['comparison'] = {
  label: 'النماذج التي تجيب جنبًا إلى جنب',
  model: (number) => `النموذج ${count(number)}`,
  remove: (number) => `إزالة النموذج ${count(number)}`,
  add: 'إضافة نموذج',
}
