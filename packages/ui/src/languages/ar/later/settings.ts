import type { LaterTexts } from '../../../texts/later/later-texts.ts'
import { isolated } from '../isolated.ts'

export const settings: LaterTexts['settings'] = {
  title: 'الإعدادات',
  appearance: 'العرض',
  density: 'الكثافة',
  densities: { comfortable: 'مريحة', compact: 'متراصّة' },
  language: 'اللغة',
  systemLanguage: (name) => `مثل المتصفح (${isolated(name)})`,
  writing: 'الكتابة',
  sendKey: 'الإرسال بالضغط على',
  sendKeyHint: (modifier) => `عند اختيار ${isolated(`${modifier}+Enter`)} يبدأ Enter وحده سطرًا جديدًا.`,
  replies: 'الردود',
  typing: 'ظهور النص',
  typings: { smooth: 'سلس', raw: 'كما يصل' },
  typingHint: 'السلس يكتب بسرعة منتظمة. وحيث تُطلب حركة أقل يظهر النص دائمًا كما يصل.',
  lineNumbers: 'أرقام الأسطر في الشيفرة',
  lineNumberings: { off: 'إيقاف', on: 'تشغيل' },
  announcement: 'يقرأ قارئ الشاشة',
  announcements: { full: 'الرد كاملًا', sentences: 'كل جملة فور وصولها', brief: 'أنه اكتمل فقط' },
  data: 'بياناتك',
  dataLabel: 'التصدير والاستيراد',
  dataHint: 'خذ محادثاتك معك، أو أحضرها من مكان آخر.',
  usageLabel: 'الاستهلاك',
  usageHint: 'الرموز والردود والتكلفة، حسب اليوم وحسب النموذج.',
  usageOpen: 'إظهار الاستهلاك',
  dataOpen: 'فتح',
}
