import type { LaterTexts } from '../../../texts/later/later-texts.ts'
import { numberIn } from '../../plural.ts'
import { isolated } from '../isolated.ts'

const count = numberIn('ar')

export const share: LaterTexts['share'] = {
  title: 'مشاركة نسخة',
  intro: 'يعرض الرابط هذه المحادثة كما هي الآن، للقراءة فقط. وما يُقال لاحقًا لا يظهر فيه حتى تحدّث الرابط.',
  who: 'كل من لديه الرابط ويستطيع الوصول إلى هذا الخادم يمكنه قراءتها ومشاركتها. يرى العنوان والرسائل وأفكار النماذج والصور والملفات المرفقة. ولا يظهر فيها من أنت، إلا إن كتبت ذلك.',
  branches: 'عرض كل نسخ الرسائل',
  branchesHint: 'وإلا فالنسخ التي تراها الآن فقط.',
  systemPrompt: 'عرض تعليمات النظام',
  systemPromptHint: 'المضبوطة لهذه المحادثة، إن وُجدت.',
  create: 'إنشاء رابط',
  creating: 'جارٍ الإنشاء…',
  links: 'روابط هذه المحادثة',
  none: 'لا روابط بعد.',
  link: (number) => `الرابط ${count(number)}`,
  copyOf: (time) => `نسخة ${isolated(time)}`,
  withBranches: 'كل النسخ',
  withSystemPrompt: 'تعليمات النظام',
  copyLink: (number) => `نسخ الرابط ${count(number)}`,
  update: 'تحديث',
  updateOf: (number) => `تحديث الرابط ${count(number)} إلى المحادثة كما هي الآن`,
  revoke: 'إبطال',
  revokeOf: (number) => `إبطال الرابط ${count(number)}`,
  created: 'الرابط جاهز.',
  updated: 'يعرض الرابط المحادثة كما هي الآن.',
  revoked: 'أُبطل الرابط، ولم يعد يعرض شيئًا.',
  loading: 'جارٍ تحميل الروابط…',
  failed: 'لم ينجح ذلك.',
  page: {
    note: (time) => `نسخة من محادثة، شوركت في ${isolated(time)}. للقراءة فقط.`,
    systemPrompt: 'تعليمات النظام',
    loading: 'جارٍ التحميل…',
    missingTitle: 'لا يعرض هذا الرابط شيئًا',
    missingBody: 'ربما أُبطل، أو أنه غير كامل. اطلب رابطًا آخر ممن أعطاك إياه.',
    failedTitle: 'تعذّر التحميل',
    retry: 'إعادة المحاولة',
    messages: 'الرسائل',
  },
}
