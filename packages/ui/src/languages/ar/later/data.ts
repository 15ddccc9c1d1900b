import type { LaterTexts } from '../../../texts/later/later-texts.ts'
import { numberIn, pluralIn } from '../../plural.ts'
import { isolated } from '../isolated.ts'

const count = numberIn('ar')
const plural = pluralIn('ar')

/** العدد ومعدوده في حالة الجر. */
const conversations = (total: number) =>
  plural(total, {
    zero: 'صفر محادثات',
    one: 'محادثة واحدة',
    two: 'محادثتين',
    few: `${count(total)} محادثات`,
    other: `${count(total)} محادثة`,
  })
const messages = (total: number) =>
  plural(total, {
    zero: 'صفر رسائل',
    one: 'رسالة واحدة',
    two: 'رسالتين',
    few: `${count(total)} رسائل`,
    other: `${count(total)} رسالة`,
  })

export const data: LaterTexts['data'] = {
  title: 'بياناتك',
  exportTitle: 'التصدير',
  exportHint: 'كل محادثاتك في ملف واحد. صيغة JSON فيها كل شيء ويمكن استيرادها من جديد، وصيغة Markdown للقراءة.',
  exportNote: 'الصور والملفات المرفقة موجودة في JSON، أما Markdown فيذكر أسماءها فقط.',
  exportJson: 'تصدير الكل بصيغة JSON',
  exportMarkdown: 'تصدير الكل بصيغة Markdown',
  importTitle: 'الاستيراد',
  importHint:
    'ملف تصدير من Livetype، أو conversations.json من ChatGPT، أو ملف تصدير من Open WebUI. ما هو موجود هنا يبقى كما هو، فلا يتكرر شيء.',
  choose: 'اختيار ملف',
  chooseAnother: 'اختيار ملف آخر',
  orDrop: 'أو أفلته هنا',
  drop: 'أفلت ملفًا لاستيراده',
  dropHint: 'من Livetype أو ChatGPT أو Open WebUI',
  one: 'ملف واحد في كل مرة: يُستورد أولها.',
  running: (name) => `جارٍ استيراد ${isolated(name)}`,
  read: (total) => (total === 0 ? 'جارٍ قراءة الملف…' : `تمت قراءة ${conversations(total)}`),
  stop: 'إيقاف الاستيراد',
  stopped: 'أُوقف الاستيراد. ما أُخذ حتى ذلك الحين موجود هنا، واستيراد الملف من جديد يضيف الباقي.',
  failed: (reason) => `${reason} ما أُخذ قبل ذلك موجود هنا، ولم يتغير شيء آخر.`,
  retry: 'إعادة المحاولة',
  done: (name) => `تمت قراءة ${isolated(name)}.`,
  nothing: 'لا محادثة في هذا الملف.',
  imported: (total, messageCount) => `تم استيراد ${conversations(total)}، وفيها ${messages(messageCount)}.`,
  present: (total) => `كان هنا من قبل عدد من المحادثات: ${count(total)}.`,
  restored: (total) => `تمت استعادة ${conversations(total)} مما حُذف.`,
  refused: (total) => `تعذّرت قراءة ${conversations(total)}.`,
  problem: (reason) => `تعذّرت قراءة الملف حتى نهايته. ${reason}`,
  groups: {
    refused: (total) => `لم تُستورد (${count(total)})`,
    changed: (total) => `استُوردت ناقصة (${count(total)})`,
    imported: (total) => `استُوردت (${count(total)})`,
    restored: (total) => `استُعيدت (${count(total)})`,
    present: (total) => `موجودة من قبل (${count(total)})`,
  },
  place: (place) => `موضعها في الملف: ${isolated(place)}`,
  printedInPart: 'هذا جزء من المحادثة فقط، بقدر ما قُرئ منها. الأمر «طباعة المحادثة» يطبعها كلها.',
  unlisted: (total) => `محادثات أخرى غير مذكورة: ${count(total)}.`,
}
