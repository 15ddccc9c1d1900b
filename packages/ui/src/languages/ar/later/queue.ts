import type { LaterTexts } from '../../../texts/later/later-texts.ts'
import { numberIn } from '../../plural.ts'
import { isolated } from '../isolated.ts'

const count = numberIn('ar')

export const queue: LaterTexts['queue'] = {
  label: 'الرسائل المنتظرة',
  waiting: (total) =>
    total === 1 ? 'تُرسل عند اكتمال الرد' : `تُرسل الرسائل المنتظرة تباعًا بعد الرد، وعددها ${count(total)}`,
  held: {
    stopped: 'تنتظر قرارك، لأن الرد أُوقف.',
    failed: 'تنتظر قرارك، لأن الرد لم ينجح.',
    interrupted: 'تنتظر قرارك، لأن الخادم توقف أثناء الرد.',
    refused: (reason) => `تنتظر قرارك، لأن إرسالها تعذّر. ${reason}`,
  },
  sending: 'في الطريق إلى قائمة الانتظار…',
  attachmentsAlone: (names) => `المرفقات: ${isolated(names)}`,
  attached: (total) => `المرفقات: ${count(total)}`,
  edit: (name) => `تعديل الرسالة المنتظرة «${isolated(name)}»`,
  editLabel: 'تعديل الرسالة المنتظرة',
  save: 'حفظ',
  remove: (name) => `إزالة الرسالة المنتظرة «${isolated(name)}»`,
  sendNow: 'إرسال الآن',
  sendNowOf: (name) => `إرسال الآن: «${isolated(name)}»`,
  stopAndSend: 'إيقاف الرد والإرسال الآن',
  stopAndSendOf: (name) => `إيقاف الرد والإرسال الآن: «${isolated(name)}»`,
  retry: (name) => `إعادتها إلى الانتظار: «${isolated(name)}»`,
  failed: (reason) => `تعذّر وضع هذه الرسالة في الانتظار. ${reason}`,
  news: {
    queued: (name) => `في الانتظار: «${isolated(name)}»`,
    sent: (name) => `أُرسلت من قائمة الانتظار: «${isolated(name)}»`,
    removed: (name) => `أُزيلت من قائمة الانتظار: «${isolated(name)}»`,
    changed: (name) => `عُدّلت في قائمة الانتظار: «${isolated(name)}»`,
  },
  editFailed: 'تعذّر تعديل الرسالة المنتظرة.',
  removeFailed: 'تعذّرت إزالة الرسالة المنتظرة.',
  goneTitle: 'أُرسلت الرسالة المنتظرة بالفعل',
  goneBody: 'ما كنت تعدّله موجود في مربع الرسالة.',
}
