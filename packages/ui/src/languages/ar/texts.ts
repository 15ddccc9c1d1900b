import type { Texts } from '../../texts/texts.ts'
import { numberIn, pluralIn } from '../plural.ts'
import { demoExamples, examples } from './examples.ts'
import { isolated } from './isolated.ts'

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

/** العدد ومعدوده في حالة الرفع. */
const characters = (total: number) =>
  plural(total, {
    zero: 'صفر حروف',
    one: 'حرف واحد',
    two: 'حرفان',
    few: `${count(total)} حروف`,
    many: `${count(total)} حرفًا`,
    other: `${count(total)} حرف`,
  })

/** @see ../../texts/texts.ts */
export const texts: Texts = {
  app: {
    name: 'Livetype',
    skipToComposer: 'الانتقال إلى مربع الرسالة',
  },

  sidebar: {
    label: 'المحادثات',
    newConversation: 'محادثة جديدة',
    open: 'إظهار الشريط الجانبي',
    close: 'إخفاء الشريط الجانبي',
    empty: 'لا محادثات بعد',
    emptyHint: 'يُحفظ هنا ما تسأل عنه.',
    loading: 'جارٍ تحميل المحادثات…',
    failed: 'تعذّر تحميل المحادثات.',
    untitled: 'بلا عنوان',
    running: 'الرد قيد الكتابة',
    actionsFor: (title) => `إجراءات «${isolated(title)}»`,
    rename: 'إعادة التسمية',
    renameLabel: 'عنوان المحادثة',
    copyMarkdown: 'نسخ بصيغة Markdown',
    exportMarkdown: 'تصدير بصيغة Markdown',
    exportJson: 'تصدير بصيغة JSON',
    delete: 'حذف',
    deleted: (title) => `حُذفت «${isolated(title)}»`,
    deletedMany: (total) => `تم حذف ${conversations(total)}`,
    pin: 'تثبيت',
    unpin: 'إلغاء التثبيت',
    archive: 'أرشفة',
    archived: (title) => `أُرشفت «${isolated(title)}»`,
    archivedMany: (total) => `تمت أرشفة ${conversations(total)}`,
    unarchive: 'إخراج من الأرشيف',
    unarchived: (title) => `أُخرجت من الأرشيف: «${isolated(title)}»`,
    unarchivedMany: (total) => `تم إخراج ${conversations(total)} من الأرشيف`,
    share: 'مشاركة…',
    undo: 'تراجع',
    pinned: 'المثبّتة',
    today: 'اليوم',
    yesterday: 'أمس',
    lastWeek: 'آخر 7 أيام',
    lastMonth: 'آخر 30 يومًا',
    loadingOlder: 'جارٍ تحميل محادثات أقدم…',
    olderFailed: 'تعذّر تحميل المحادثات الأقدم.',
    listMenu: 'ما تعرضه القائمة',
    select: 'تحديد محادثات',
    showAll: 'كل المحادثات',
    showArchived: 'المحادثات المؤرشفة',
    emptyArchive: 'الأرشيف فارغ.',
    tags: (names) => `الوسوم: ${isolated(names)}`,
    showTag: (name) => `الوسم «${isolated(name)}»`,
    emptyTag: 'لا محادثة تحمل هذا الوسم.',
    editTags: 'الوسوم…',
    leaveFilter: 'إظهار كل المحادثات',
  },

  temporary: {
    title: 'محادثة مؤقتة',
    hint: 'لا تظهر هذه المحادثة في أي قائمة ولا في البحث، وتُحذف نهائيًا بعد ساعة من مغادرتك لها.',
    keep: 'الاحتفاظ بهذه المحادثة',
    kept: 'تم الاحتفاظ بهذه المحادثة.',
    keepFailed: 'تعذّر الاحتفاظ بالمحادثة.',
  },

  models: {
    label: 'النموذج',
    current: (name) => `النموذج: ${isolated(name)}`,
    loading: 'جارٍ تحميل النماذج…',
    failed: 'تعذّر تحميل النماذج.',
    compare: 'مقارنة النماذج',
  },

  composer: {
    label: 'الرسالة',
    placeholder: 'اسأل عمّا تشاء',
    send: 'إرسال',
    sendWhenUploaded: 'تُرسل الرسالة عند وصول الملفات. اضغط مرة أخرى لعدم الانتظار.',
    attach: 'إرفاق ملفات',
    stop: 'إيقاف',
    hint: 'اضغط Enter للإرسال، أو Shift+Enter لسطر جديد',
    hintWithModifier: (key) => `اضغط ${isolated(`${key}+Enter`)} للإرسال، أو Enter لسطر جديد`,
    queue: 'الإرسال عند اكتمال الرد',
    queueHint: 'اضغط Enter للإرسال بعد الرد، أو Shift+Enter لسطر جديد',
    queueHintWithModifier: (key) => `اضغط ${isolated(`${key}+Enter`)} للإرسال بعد الرد، أو Enter لسطر جديد`,
    nearLimit: 'اقتربت هذه الرسالة من أقصى طول.',
    overLimit: 'هذه الرسالة أطول من أن تُرسل.',
    tooLong: (excess) => `الزائد: ${characters(excess)}`,
    remaining: (rest) => `المتبقي: ${characters(rest)}`,
  },

  presets: {
    title: 'إعداداتك المحفوظة',
    actionsFor: (name) => `إجراءات الإعداد «${isolated(name)}»`,
    edit: 'تعديل',
    duplicate: 'إنشاء نسخة',
    copyOf: (name) => `${name} (نسخة)`,
    moveUp: 'نقل إلى أعلى',
    moveDown: 'نقل إلى أسفل',
    delete: 'حذف',
    deleted: (name) => `حُذف الإعداد «${isolated(name)}»`,
    failed: 'تعذّر تغيير الإعدادات المحفوظة.',
  },

  library: {
    open: 'المطالبات والإعدادات المحفوظة',
  },

  configuration: {
    open: 'إعدادات المحادثة',
    openSet: 'إعدادات المحادثة (معدّلة)',
    failed: 'تعذّر حفظ الإعدادات.',
  },

  attachments: {
    label: 'المرفقات',
    view: (name) => `عرض ${isolated(name)}`,
    download: (name) => `تنزيل ${isolated(name)}`,
    about: (kind, size) => `${isolated(kind)} · ${size}`,
    kilobytes: (kilobytes) => `${count(kilobytes)} ك.ب`,
    megabytes: (megabytes) => `${count(megabytes)} م.ب`,
  },

  transcript: {
    label: 'الرسائل',
    loading: 'جارٍ تحميل المحادثة…',
    jumpToLatest: 'الانتقال إلى الأحدث',
    you: 'أنت',
    assistant: 'المساعد',
  },

  activity: {
    sending: 'جارٍ الإرسال…',
    queued: 'في الانتظار: يبدأ عند انتهاء رد آخر',
    waitingFor: (model) => `في انتظار ${isolated(model)}…`,
    thinking: 'يفكّر…',
    writing: 'يكتب…',
    reconnecting: 'جارٍ إعادة الاتصال…',
  },

  reasoning: {
    open: 'يفكّر…',
    openFor: (duration) => `يفكّر… ${duration}`,
    closed: 'الأفكار',
    closedSoon: 'فكّر لحظة',
    closedFor: (duration) => `فكّر لمدة ${duration}`,
  },

  duration: {
    seconds: (seconds) => `${count(seconds)} ث`,
    minutes: (minutes, seconds) => `${count(minutes)} د ${count(seconds)} ث`,
  },

  marks: {
    completed: 'مكتمل',
    stopped: 'موقوف',
    failed: 'لم ينجح',
    interrupted: 'منقطع',
    interruptedHint: 'توقف الخادم أثناء كتابة هذا الرد. وقد حُفظ ما وصل منه.',
    failedFallback: 'تعذّر إكمال الرد.',
  },

  actions: {
    copy: 'نسخ',
    copyCode: 'نسخ الشيفرة',
    copied: 'تم النسخ',
    copyFailed: 'تعذّر النسخ',
    edit: 'تعديل',
    regenerate: 'إعادة الإجابة',
    againWith: 'الإجابة بنموذج آخر',
    continue: 'متابعة',
    undoContinue: 'التراجع عن التتمة',
    retry: 'إعادة المحاولة',
    discard: 'تجاهل',
    cancel: 'إلغاء',
    dismiss: 'إخفاء',
    details: 'التفاصيل',
    close: 'إغلاق',
  },

  rating: {
    up: 'إجابة جيدة',
    down: 'إجابة سيئة',
    given: { up: 'قُيّمت بأنها جيدة.', down: 'قُيّمت بأنها سيئة.' },
    takenBack: 'سُحب التقييم.',
  },

  edit: {
    label: 'تعديل الرسالة',
    send: 'إرسال',
    waiting: 'جارٍ الرفع…',
  },

  versions: {
    label: (number, total) => `النسخة ${count(number)} من ${count(total)}`,
    place: (number, total) => `${count(number)} / ${count(total)}`,
    previous: 'النسخة السابقة',
    next: 'النسخة التالية',
  },

  delivery: {
    sending: 'جارٍ الإرسال…',
    failed: 'لم تُرسل.',
  },

  code: {
    plain: 'نص',
    block: (language) => `شيفرة، ${isolated(language)}`,
  },

  table: {
    label: 'جدول',
  },

  footnote: {
    mark: (label) => `الحاشية ${label}`,
    back: 'العودة إلى النص',
  },

  task: {
    done: 'منجزة',
    open: 'غير منجزة',
  },

  image: {
    notLoaded: (description) => (description ? `صورة: ${isolated(description)}` : 'صورة'),
  },

  empty: {
    title: 'ماذا تودّ أن تعرف؟',
    subtitle: 'اسأل بكلماتك. يظهر الرد أثناء كتابته، ويُحفظ.',
    examplesLabel: 'أمثلة',
    examples,
    demoExamples,
  },

  demo: {
    label: 'عن النموذج التجريبي',
    title: 'هذا عرض تجريبي مدمج، وليس ذكاءً اصطناعيًا.',
    body: 'يكتب، لكنه لا يعرف شيئًا.',
    howIntro: 'اضبط ما يلي في الملف ‎.env‎ بجوار package.json، ثم أعد تشغيل الخادم:',
    variables: [
      { name: 'OPENAI_API_KEY', meaning: 'مفتاحك، إن كان الخادم يطلبه' },
      { name: 'OPENAI_BASE_URL', meaning: 'عنوان أي خادم متوافق مع OpenAI' },
      { name: 'OPENAI_MODELS', meaning: 'النماذج المعروضة، تفصل بينها فواصل لاتينية' },
    ],
    howOutro: 'تبقى المفاتيح على الخادم.',
    show: 'كيف تصل نموذجًا حقيقيًا',
    dismiss: 'إخفاء',
  },

  connection: {
    offline: 'أنت غير متصل. ما تراه محفوظ، ويُستأنف العرض عند عودة الشبكة.',
    reconnecting: 'انقطع الاتصال. جارٍ إعادة الاتصال…',
    restored: 'عاد الاتصال',
  },

  notFound: {
    conversationTitle: 'لا توجد محادثة كهذه',
    conversationBody: 'ربما حُذفت أو كانت مؤقتة، أو أن الرابط غير كامل.',
    pageTitle: 'لا توجد صفحة كهذه',
    pageBody: 'ربما كُتب العنوان خطأً.',
    action: 'بدء محادثة جديدة',
  },

  errors: {
    unexpectedTitle: 'حدث خطأ ما',
    unexpectedBody: 'واجهت هذه الصفحة مشكلة. محادثاتك بأمان على الخادم.',
    reload: 'إعادة تحميل الصفحة',
    conversationFailed: 'تعذّر تحميل المحادثة.',
    renameFailed: 'تعذّر تغيير العنوان.',
    deleteFailed: 'تعذّر حذف المحادثة.',
    restoreFailed: 'تعذّرت استعادة المحادثة.',
    filingFailed: 'تعذّر حفظ التغيير.',
    stopFailed: 'تعذّر إيقاف الرد.',
    sendQueuedFailed: 'تعذّر إرسال الرسالة المنتظرة.',
    regenerateFailed: 'تعذّر بدء رد جديد.',
    continueFailed: 'تعذّرت متابعة الرد.',
    chooseBranchFailed: 'تعذّر عرض النسخة الأخرى.',
    ratingFailed: 'تعذّر حفظ التقييم.',
    undoFailed: 'تعذّر التراجع عن التتمة.',
    settingsFailed: 'تعذّر حفظ الإعدادات.',
    languageFailed: 'تعذّر تحميل اللغة.',
    withReason: (what, why) => `${what} ${why}`,
  },

  theme: {
    label: 'المظهر',
    light: 'فاتح',
    dark: 'داكن',
    system: 'النظام',
    current: (name) => `المظهر: ${name}`,
  },

  announce: {
    queued: 'في الانتظار.',
    generating: 'جارٍ كتابة الرد…',
    stopped: 'أُوقف الرد.',
    interrupted: 'انقطع الرد.',
    undone: 'تم التراجع عن التتمة.',
    completed: 'اكتمل الرد.',
    goesOn: 'الرد أطول من ذلك؛ يمكن قراءة بقيته في المحادثة.',
  },

  settings: {
    open: 'الإعدادات',
  },

  search: {
    open: 'البحث في الرسائل',
  },

  keys: {
    control: 'Ctrl',
    shift: 'Shift',
    enter: 'Enter',
    escape: 'Esc',
  },

  notifications: {
    label: 'الإشعارات',
  },

  documentTitle: (conversation) => (conversation ? `${conversation} · Livetype` : 'Livetype'),
}
