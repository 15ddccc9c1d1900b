import { configurationLimits } from '@livetype/protocol'
import type { LaterTexts } from '../../../texts/later/later-texts.ts'
import { numberIn } from '../../plural.ts'
import { isolated } from '../isolated.ts'

const count = numberIn('ar')
const { temperature, topP, maxTokens, systemPrompt } = configurationLimits

export const configuration: LaterTexts['configuration'] = {
  title: 'إعدادات المحادثة',
  intro: 'تسري على الردود التي تبدأ من الآن. وما يبقى على حاله الافتراضي لا يُرسل إلى النموذج.',
  systemPrompt: 'تعليمات النظام',
  systemPromptHint: 'تحل محل التعليمات التي يعطيها هذا الخادم من نفسه.',
  systemPromptPlaceholder: 'كيف ينبغي أن يتصرف المساعد؟',
  temperature: 'درجة التنوع',
  temperatureHint: 'كلما ارتفعت زاد التنوع.',
  topP: 'Top P',
  topPHint: 'كلما انخفض اقتصر على الكلمات المرجّحة.',
  maxTokens: 'الحد الأقصى للرموز',
  maxTokensHint: 'حيث يُقطع الرد.',
  reasoningEffort: 'جهد التفكير',
  reasoningEffortHint: 'للنماذج التي تفكر أولًا.',
  efforts: { minimal: 'أدنى', low: 'منخفض', medium: 'متوسط', high: 'عالٍ' },
  default: 'افتراضي',
  reset: (name) => `إعادة «${isolated(name)}» إلى الافتراضي`,
  wrong: {
    systemPrompt: `أقصى عدد من الحروف: ${count(systemPrompt)}.`,
    temperature: `اكتب عددًا من ${count(temperature.least)} إلى ${count(temperature.most)}.`,
    topP: `اكتب عددًا من ${count(topP.least)} إلى ${count(topP.most)}.`,
    maxTokens: `اكتب عددًا صحيحًا من ${count(maxTokens.least)} إلى ${count(maxTokens.most)}.`,
    reasoningEffort: 'اختر من القائمة.',
  },
  save: 'حفظ',
  usePreset: 'استخدام إعداد محفوظ…',
  filledFrom: (name) => `مُلئت من «${isolated(name)}».`,
  filledWithModel: (name, model) => `مُلئت من «${isolated(name)}»، ويجيب ${isolated(model)} بعد ذلك.`,
  presetUsed: (name) => `يُستخدم «${isolated(name)}»`,
  saveAsPreset: 'حفظ للاستخدام لاحقًا',
  presetName: 'اسم الإعداد المحفوظ',
  presetHint: 'يحفظ هذه الإعدادات والنموذج المختار لمحادثات أخرى. ويُستبدل الإعداد الذي يحمل الاسم نفسه.',
  presetSaved: (name) => `حُفظ الإعداد «${isolated(name)}»`,
  presetFailed: 'تعذّر حفظ الإعداد.',
}
