import type { Example } from '../../texts/examples.ts'

export const examples: readonly Example[] = [
  {
    title: 'شرح شيء ما',
    detail: 'لماذا السماء زرقاء، لطفل في العاشرة',
    prompt: 'اشرح لطفل في العاشرة لماذا السماء زرقاء.',
  },
  {
    title: 'كتابة شيفرة',
    detail: 'دالة debounce بلغة TypeScript مع اختبارات',
    prompt: 'اكتب دالة debounce بلغة TypeScript مع بعض الاختبارات.',
  },
  {
    title: 'مقارنة',
    detail: 'SQLite و PostgreSQL في جدول',
    prompt: 'قارن بين SQLite و PostgreSQL لتطبيق ويب صغير في جدول.',
  },
  {
    title: 'تخطيط',
    detail: 'ثلاثة أيام في لشبونة سيرًا على الأقدام',
    prompt: 'خطّط لثلاثة أيام في لشبونة سيرًا على الأقدام، مع أماكن لتناول الطعام.',
  },
]

export const demoExamples: readonly Example[] = [
  { title: 'عرض شيفرة', detail: 'رد فيه كتل من الشيفرة', prompt: '/code' },
  { title: 'عرض جدول', detail: 'جدول يُكتب صفًا صفًا', prompt: '/table' },
  { title: 'التفكير أولًا', detail: 'تفكير ثم إجابة', prompt: '/think' },
  { title: 'الكتابة بإسهاب', detail: 'رد طويل للتمرير والإيقاف والمغادرة', prompt: '/long' },
]
