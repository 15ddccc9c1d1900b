import type { LaterTexts } from '../../../texts/later/later-texts.ts'
import { isolated } from '../isolated.ts'

export const rich: LaterTexts['rich'] = {
  formula: {
    label: 'صيغة',
    unreadable: 'تتعذر قراءة هذه الصيغة.',
  },
  diagram: {
    label: 'مخطط',
    source: 'عرض المصدر',
    download: 'تنزيل الصورة',
    unreadable: (reason) => `تعذّرت قراءة هذا المخطط: ${isolated(reason)}`,
    failed: 'تعذّر رسم هذا المخطط.',
    large: 'هذا المخطط كبير: قد يستغرق رسمه بضع ثوانٍ.',
    tooLong: 'هذا المخطط أطول من أن يُرسم.',
    draw: 'رسم المخطط',
    named: (kind, title) => `${kind}: ${isolated(title)}`,
    kinds: {
      flowchart: 'مخطط انسيابي',
      sequence: 'مخطط تسلسل',
      class: 'مخطط أصناف',
      state: 'مخطط حالات',
      entities: 'مخطط الكيانات والعلاقات',
      plan: 'مخطط غانت',
      pie: 'مخطط دائري',
      mindmap: 'خريطة ذهنية',
      timeline: 'خط زمني',
    },
  },
  image: {
    load: 'تحميل الصورة',
    hide: 'إخفاء الصورة',
    failed: 'تعذّر تحميل هذه الصورة.',
  },
  table: {
    copy: 'نسخ الجدول',
    markdown: 'نسخ بصيغة Markdown',
    csv: 'نسخ بصيغة CSV',
  },
}
