import { libraryLimits } from '@livetype/protocol'
import type { LaterTexts } from '../../../texts/later/later-texts.ts'
import { numberIn, pluralIn } from '../../plural.ts'
import { isolated } from '../isolated.ts'

const count = numberIn('ar')
const plural = pluralIn('ar')
const atMost = (limit: number) => `أقصى عدد من الحروف: ${count(limit)}.`

export const library: LaterTexts['library'] = {
  title: 'المطالبات والإعدادات المحفوظة',
  tabs: { prompts: 'المطالبات', presets: 'الإعدادات المحفوظة' },
  intro: {
    prompts: 'نصوص يُعاد استخدامها: اكتب / في رسالة فارغة ثم الاسم.',
    presets: 'طرق لبدء المحادثة: من يجيب، وكيف.',
  },
  search: { prompts: 'البحث في المطالبات', presets: 'البحث في الإعدادات المحفوظة' },
  found: (total) =>
    plural(total, {
      zero: 'لا نتائج',
      one: 'نتيجة واحدة',
      two: 'نتيجتان',
      few: `${count(total)} نتائج`,
      other: `${count(total)} نتيجة`,
    }),
  nothingFound: 'لا نتائج',
  add: { prompts: 'مطالبة جديدة', presets: 'إعداد جديد' },
  edit: { prompts: 'تعديل المطالبة', presets: 'تعديل الإعداد' },
  empty: { prompts: 'لا مطالبات بعد.', presets: 'لا إعدادات محفوظة بعد.' },
  begin: 'البدء بمثال',
  actionsFor: { prompts: (name) => `إجراءات المطالبة «${isolated(name)}»` },
  deleted: (name) => `حُذف «${isolated(name)}».`,
  moved: (name, place, total) => `«${isolated(name)}» في الموضع ${count(place)} من ${count(total)}.`,
  failed: 'تعذّر حفظ التغيير.',
  changedElsewhere: 'تغيّر هذا في علامة تبويب أخرى في هذه الأثناء. الحفظ يستبدل ذلك.',
  deletedElsewhere: 'حُذف هذا في علامة تبويب أخرى في هذه الأثناء. الحفظ يعيده.',
  unsaved: 'لم يُحفظ بعد ما كتبته.',
  keepWriting: 'متابعة الكتابة',
  discard: 'تجاهل',

  promptTitle: 'العنوان',
  promptName: 'الاسم بعد الشرطة المائلة',
  promptNameHint: (name) => `يُكتب ${isolated(`/${name}`)} في رسالة فارغة.`,
  promptBody: 'النص',
  promptBodyHint: 'اكتب {{الموضوع}} حيث يُملأ شيء في كل مرة، أو {{النبرة=ودّية}} مع قيمة افتراضية.',
  asksFor: (names) => `يسأل عن: ${isolated(names)}`,
  withDefault: (name, value) => `${isolated(name)} (${isolated(value)})`,
  presetName: 'الاسم',
  icon: 'الأيقونة',
  icons: {
    sparkles: 'بريق',
    bot: 'روبوت',
    brain: 'دماغ',
    'book-open': 'كتاب',
    code: 'شيفرة',
    'flask-conical': 'دورق',
    'graduation-cap': 'قبعة تخرّج',
    languages: 'لغات',
    lightbulb: 'مصباح',
    'message-circle': 'فقاعة كلام',
    'pen-line': 'قلم',
    scale: 'ميزان',
  },
  model: 'النموذج',
  modelHint: 'من يجيب في محادثة تبدأ به.',
  anyModel: 'النموذج المختار حينها',
  goneModel: (id) => `${isolated(id)} (غير متاح حاليًا)`,
  wrong: {
    nameMissing: 'اكتب اسمًا.',
    nameForm: 'اكتب حروفًا لاتينية صغيرة وأرقامًا و«-» فقط، مثل code-review.',
    nameTooLong: atMost(libraryLimits.promptName),
    nameTaken: 'تحمل مطالبة أخرى هذا الاسم. اختر غيره.',
    titleTooLong: atMost(libraryLimits.promptTitle),
    bodyMissing: 'اكتب النص الذي سيُدرج.',
    bodyTooLong: atMost(libraryLimits.promptBody),
    presetNameTooLong: atMost(libraryLimits.presetName),
  },

  examplePrompt: {
    title: 'شرح مبسّط',
    name: 'explain',
    body: 'اشرح {{الموضوع}} لـ{{القارئ=طفل فضولي في العاشرة}}، مع مثال من الحياة اليومية.',
  },
  examplePreset: {
    name: 'تدقيق متأنٍّ',
    systemPrompt: 'أنت تدقّق النصوص. صحّح الإملاء والنحو، وحافظ على أسلوب الكاتب، واذكر تحت النص ما غيّرته.',
  },
}
