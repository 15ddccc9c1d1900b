import type { LaterTexts } from '../../../texts/later/later-texts.ts'

export const notices: LaterTexts['notices'] = {
  section: 'الإشعارات',
  label: 'أبلغني عند جاهزية رد طويل',
  hint: 'على هذا الجهاز، ما دامت الصفحة غير ظاهرة. يُذكر عنوان المحادثة لا نصها.',
  choices: { off: 'إيقاف', on: 'تشغيل' },
  blocked: 'يحظر المتصفح إشعارات هذه الصفحة. اسمح بها في إعداداته لهذا الموقع، ثم اختر «تشغيل» من جديد.',
  unsupported: 'لا يمكن لهذا المتصفح عرض الإشعارات هنا.',
  ready: 'الرد جاهز.',
  failed: 'تعذّر إكمال الرد.',
}
