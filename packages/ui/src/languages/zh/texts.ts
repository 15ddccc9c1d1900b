import type { Texts } from '../../texts/texts.ts'
import { numberIn } from '../plural.ts'
import { demoExamples, examples } from './examples.ts'

const count = numberIn('zh-Hans')

/** @see ../../texts/texts.ts */
export const texts: Texts = {
  app: {
    name: 'Livetype',
    skipToComposer: '跳到输入框',
  },

  sidebar: {
    label: '对话',
    newConversation: '新对话',
    open: '显示侧边栏',
    close: '隐藏侧边栏',
    empty: '还没有对话',
    emptyHint: '你问过的内容会保存在这里。',
    loading: '正在加载对话…',
    failed: '无法加载对话列表。',
    untitled: '未命名',
    running: '正在回复',
    actionsFor: (title) => `“${title}”的操作`,
    rename: '重命名',
    renameLabel: '对话标题',
    copyMarkdown: '复制为 Markdown',
    exportMarkdown: '导出为 Markdown',
    exportJson: '导出为 JSON',
    delete: '删除',
    deleted: (title) => `已删除“${title}”`,
    deletedMany: (total) => `已删除 ${count(total)} 个对话`,
    pin: '置顶',
    unpin: '取消置顶',
    archive: '归档',
    archived: (title) => `已归档“${title}”`,
    archivedMany: (total) => `已归档 ${count(total)} 个对话`,
    unarchive: '移出归档',
    unarchived: (title) => `已移出归档：“${title}”`,
    unarchivedMany: (total) => `已将 ${count(total)} 个对话移出归档`,
    share: '分享…',
    undo: '撤销',
    pinned: '置顶',
    today: '今天',
    yesterday: '昨天',
    lastWeek: '过去 7 天',
    lastMonth: '过去 30 天',
    loadingOlder: '正在加载更早的对话…',
    olderFailed: '无法加载更早的对话。',
    listMenu: '列表显示的内容',
    select: '选择对话',
    showAll: '所有对话',
    showArchived: '已归档的对话',
    emptyArchive: '归档中没有对话。',
    tags: (names) => `标签：${names}`,
    showTag: (name) => `标签“${name}”`,
    emptyTag: '没有带此标签的对话。',
    editTags: '标签…',
    leaveFilter: '显示所有对话',
  },

  temporary: {
    title: '临时对话',
    hint: '这个对话不会出现在列表和搜索中。离开一小时后，它将被永久删除。',
    keep: '保留此对话',
    kept: '此对话已保留。',
    keepFailed: '无法保留此对话。',
  },

  models: {
    label: '模型',
    current: (name) => `模型：${name}`,
    loading: '正在加载模型…',
    failed: '无法加载模型。',
    compare: '比较模型',
  },

  composer: {
    label: '消息',
    placeholder: '有什么想问的？',
    send: '发送',
    sendWhenUploaded: '文件上传完成后自动发送。再按一次则不再等待。',
    attach: '添加附件',
    stop: '停止',
    hint: '按 Enter 发送，按 Shift+Enter 换行',
    hintWithModifier: (key) => `按 ${key}+Enter 发送，按 Enter 换行`,
    queue: '回复完成后发送',
    queueHint: '按 Enter 在回复后发送，按 Shift+Enter 换行',
    queueHintWithModifier: (key) => `按 ${key}+Enter 在回复后发送，按 Enter 换行`,
    nearLimit: '这条消息快到长度上限了。',
    overLimit: '这条消息太长，无法发送。',
    tooLong: (excess) => `超出 ${count(excess)} 个字符`,
    remaining: (rest) => `还可输入 ${count(rest)} 个字符`,
  },

  presets: {
    title: '你的预设',
    actionsFor: (name) => `预设“${name}”的操作`,
    edit: '编辑',
    duplicate: '复制一份',
    copyOf: (name) => `${name}（副本）`,
    moveUp: '上移',
    moveDown: '下移',
    delete: '删除',
    deleted: (name) => `已删除预设“${name}”`,
    failed: '无法更改预设。',
  },

  library: {
    open: '提示词和预设',
  },

  configuration: {
    open: '对话设置',
    openSet: '对话设置（已更改）',
    failed: '无法保存设置。',
  },

  attachments: {
    label: '附件',
    view: (name) => `查看 ${name}`,
    download: (name) => `下载 ${name}`,
    about: (kind, size) => `${kind} · ${size}`,
    kilobytes: (kilobytes) => `${count(kilobytes)} kB`,
    megabytes: (megabytes) => `${count(megabytes)} MB`,
  },

  transcript: {
    label: '消息',
    loading: '正在加载对话…',
    jumpToLatest: '跳到最新',
    you: '你',
    assistant: '助手',
  },

  activity: {
    sending: '正在发送…',
    queued: '排队中：其他回复结束后开始',
    waitingFor: (model) => `正在等待 ${model}…`,
    thinking: '正在思考…',
    writing: '正在输入…',
    reconnecting: '正在重新连接…',
  },

  reasoning: {
    open: '正在思考…',
    openFor: (duration) => `正在思考… ${duration}`,
    closed: '思考过程',
    closedSoon: '思考了片刻',
    closedFor: (duration) => `思考了 ${duration}`,
  },

  duration: {
    seconds: (seconds) => `${count(seconds)} 秒`,
    minutes: (minutes, seconds) => `${count(minutes)} 分 ${count(seconds)} 秒`,
  },

  marks: {
    completed: '已完成',
    stopped: '已停止',
    failed: '失败',
    interrupted: '已中断',
    interruptedHint: '撰写这条回复时服务器中断了。已收到的内容已保留。',
    failedFallback: '这条回复未能完成。',
  },

  actions: {
    copy: '复制',
    copyCode: '复制代码',
    copied: '已复制',
    copyFailed: '无法复制',
    edit: '编辑',
    regenerate: '重新回答',
    againWith: '换个模型再答',
    continue: '继续',
    undoContinue: '撤回续写',
    retry: '重试',
    discard: '放弃',
    cancel: '取消',
    dismiss: '不再显示',
    details: '详情',
    close: '关闭',
  },

  rating: {
    up: '回答得好',
    down: '回答得不好',
    given: { up: '已评为好。', down: '已评为不好。' },
    takenBack: '已撤回评价。',
  },

  edit: {
    label: '编辑消息',
    send: '发送',
    waiting: '正在上传…',
  },

  versions: {
    label: (number, total) => `第 ${count(number)} 版，共 ${count(total)} 版`,
    place: (number, total) => `${count(number)} / ${count(total)}`,
    previous: '上一版',
    next: '下一版',
  },

  delivery: {
    sending: '正在发送…',
    failed: '未发送。',
  },

  code: {
    plain: '文本',
    block: (language) => `代码，${language}`,
  },

  table: {
    label: '表格',
  },

  footnote: {
    mark: (label) => `脚注 ${label}`,
    back: '返回正文',
  },

  task: {
    done: '已完成',
    open: '未完成',
  },

  image: {
    notLoaded: (description) => (description ? `图片：${description}` : '图片'),
  },

  empty: {
    title: '想了解些什么？',
    subtitle: '用你自己的话提问。回复会边写边显示，并保存下来。',
    examplesLabel: '示例',
    examples,
    demoExamples,
  },

  demo: {
    label: '关于演示模型',
    title: '这是内置的演示，不是 AI。',
    body: '它会打字，但什么都不懂。',
    howIntro: '在 package.json 旁边的 .env 文件中设置以下各项，然后重启服务器：',
    variables: [
      { name: 'OPENAI_API_KEY', meaning: '你的密钥（如果服务器需要）' },
      { name: 'OPENAI_BASE_URL', meaning: '任意兼容 OpenAI 的服务器的地址' },
      { name: 'OPENAI_MODELS', meaning: '要提供的模型，用英文逗号分隔' },
    ],
    howOutro: '密钥只留在服务器上。',
    show: '如何连接真正的模型',
    dismiss: '不再显示',
  },

  connection: {
    offline: '你已离线。现有内容会保留，网络恢复后继续显示。',
    reconnecting: '连接已断开，正在重新连接…',
    restored: '已重新连接',
  },

  notFound: {
    conversationTitle: '没有这个对话',
    conversationBody: '它可能已被删除或是临时对话，或者链接不完整。',
    pageTitle: '没有这个页面',
    pageBody: '地址可能写错了。',
    action: '开始新对话',
  },

  errors: {
    unexpectedTitle: '出了点问题',
    unexpectedBody: '这个页面遇到了问题。你的对话在服务器上安然无恙。',
    reload: '重新加载页面',
    conversationFailed: '无法加载对话。',
    renameFailed: '无法更改标题。',
    deleteFailed: '无法删除对话。',
    restoreFailed: '无法恢复对话。',
    filingFailed: '无法保存更改。',
    stopFailed: '无法停止回复。',
    sendQueuedFailed: '无法发送排队的消息。',
    regenerateFailed: '无法开始新的回复。',
    continueFailed: '无法继续这条回复。',
    chooseBranchFailed: '无法显示另一版本。',
    ratingFailed: '无法保存评价。',
    undoFailed: '无法撤回续写。',
    settingsFailed: '无法保存设置。',
    languageFailed: '无法加载语言。',
    withReason: (what, why) => `${what}${why}`,
  },

  theme: {
    label: '主题',
    light: '浅色',
    dark: '深色',
    system: '跟随系统',
    current: (name) => `主题：${name}`,
  },

  announce: {
    queued: '排队中。',
    generating: '正在生成回复…',
    stopped: '回复已停止。',
    interrupted: '回复已中断。',
    undone: '续写已撤回。',
    completed: '回复已完成。',
    goesOn: '回复尚未读完，其余内容可在对话中阅读。',
  },

  settings: {
    open: '设置',
  },

  search: {
    open: '搜索消息',
  },

  keys: {
    control: 'Ctrl',
    shift: 'Shift',
    enter: 'Enter',
    escape: 'Esc',
  },

  notifications: {
    label: '通知',
  },

  documentTitle: (conversation) => (conversation ? `${conversation} · Livetype` : 'Livetype'),
}
