import type { Texts } from '../../texts/texts.ts'
import { numberIn } from '../plural.ts'
import { demoExamples, examples } from './examples.ts'

const count = numberIn('ja')

/** @see ../../texts/texts.ts */
export const texts: Texts = {
  app: {
    name: 'Livetype',
    skipToComposer: '入力欄へ移動',
  },

  sidebar: {
    label: '会話',
    newConversation: '新しいチャット',
    open: 'サイドバーを表示',
    close: 'サイドバーを隠す',
    empty: '会話はまだありません',
    emptyHint: '質問した内容はここに残ります。',
    loading: '会話を読み込んでいます…',
    failed: '会話の一覧を読み込めませんでした。',
    untitled: '無題',
    running: '返信中',
    actionsFor: (title) => `「${title}」の操作`,
    rename: '名前を変更',
    renameLabel: '会話のタイトル',
    copyMarkdown: 'Markdown でコピー',
    exportMarkdown: 'Markdown で書き出す',
    exportJson: 'JSON で書き出す',
    delete: '削除',
    deleted: (title) => `「${title}」を削除しました`,
    deletedMany: (total) => `${count(total)} 件の会話を削除しました`,
    pin: 'ピン留め',
    unpin: 'ピン留めを外す',
    archive: 'アーカイブ',
    archived: (title) => `「${title}」をアーカイブしました`,
    archivedMany: (total) => `${count(total)} 件の会話をアーカイブしました`,
    unarchive: 'アーカイブから戻す',
    unarchived: (title) => `「${title}」をアーカイブから戻しました`,
    unarchivedMany: (total) => `${count(total)} 件の会話をアーカイブから戻しました`,
    share: '共有…',
    undo: '元に戻す',
    pinned: 'ピン留め',
    today: '今日',
    yesterday: '昨日',
    lastWeek: '過去 7 日間',
    lastMonth: '過去 30 日間',
    loadingOlder: '以前の会話を読み込んでいます…',
    olderFailed: '以前の会話を読み込めませんでした。',
    listMenu: '一覧に表示する会話',
    select: '会話を選択',
    showAll: 'すべての会話',
    showArchived: 'アーカイブした会話',
    emptyArchive: 'アーカイブは空です。',
    tags: (names) => `タグ：${names}`,
    showTag: (name) => `タグ「${name}」`,
    emptyTag: 'このタグの付いた会話はありません。',
    editTags: 'タグ…',
    leaveFilter: 'すべての会話を表示',
  },

  temporary: {
    title: '一時チャット',
    hint: 'このチャットは一覧にも検索にも出ません。離れてから 1 時間後に完全に削除されます。',
    keep: 'このチャットを残す',
    kept: 'このチャットを残しました。',
    keepFailed: 'このチャットを残せませんでした。',
  },

  models: {
    label: 'モデル',
    current: (name) => `モデル：${name}`,
    loading: 'モデルを読み込んでいます…',
    failed: 'モデルを読み込めませんでした。',
    compare: 'モデルを比較',
  },

  composer: {
    label: 'メッセージ',
    placeholder: '何でも聞いてください',
    send: '送信',
    sendWhenUploaded: 'ファイルのアップロードが終わると送信します。もう一度押すと待たずに進みます。',
    attach: 'ファイルを添付',
    stop: '停止',
    hint: 'Enter で送信、Shift+Enter で改行',
    hintWithModifier: (key) => `${key}+Enter で送信、Enter で改行`,
    queue: '返信が終わったら送信',
    queueHint: 'Enter で返信の後に送信、Shift+Enter で改行',
    queueHintWithModifier: (key) => `${key}+Enter で返信の後に送信、Enter で改行`,
    nearLimit: 'メッセージの長さが上限に近づいています。',
    overLimit: 'メッセージが長すぎるため送信できません。',
    tooLong: (excess) => `${count(excess)} 文字超過`,
    remaining: (rest) => `残り ${count(rest)} 文字`,
  },

  presets: {
    title: 'プリセット',
    actionsFor: (name) => `プリセット「${name}」の操作`,
    edit: '編集',
    duplicate: '複製',
    copyOf: (name) => `${name}（コピー）`,
    moveUp: '上へ移動',
    moveDown: '下へ移動',
    delete: '削除',
    deleted: (name) => `プリセット「${name}」を削除しました`,
    failed: 'プリセットを変更できませんでした。',
  },

  library: {
    open: 'プロンプトとプリセット',
  },

  configuration: {
    open: '会話の設定',
    openSet: '会話の設定（変更あり）',
    failed: '設定を保存できませんでした。',
  },

  attachments: {
    label: '添付ファイル',
    view: (name) => `${name} を表示`,
    download: (name) => `${name} をダウンロード`,
    about: (kind, size) => `${kind} · ${size}`,
    kilobytes: (kilobytes) => `${count(kilobytes)} kB`,
    megabytes: (megabytes) => `${count(megabytes)} MB`,
  },

  transcript: {
    label: 'メッセージ',
    loading: '会話を読み込んでいます…',
    jumpToLatest: '最新へ移動',
    you: 'あなた',
    assistant: 'アシスタント',
  },

  activity: {
    sending: '送信しています…',
    queued: '順番待ち：ほかの返信が終わると始まります',
    waitingFor: (model) => `${model} を待っています…`,
    thinking: '考えています…',
    writing: '書いています…',
    reconnecting: '再接続しています…',
  },

  reasoning: {
    open: '考えています…',
    openFor: (duration) => `考えています… ${duration}`,
    closed: '思考',
    closedSoon: '少し考えました',
    closedFor: (duration) => `${duration}考えました`,
  },

  duration: {
    seconds: (seconds) => `${count(seconds)} 秒`,
    minutes: (minutes, seconds) => `${count(minutes)} 分 ${count(seconds)} 秒`,
  },

  marks: {
    completed: '完了',
    stopped: '停止',
    failed: '失敗',
    interrupted: '中断',
    interruptedHint: 'この返信を書いている途中でサーバーが止まりました。届いていた部分は残っています。',
    failedFallback: '返信を完了できませんでした。',
  },

  actions: {
    copy: 'コピー',
    copyCode: 'コードをコピー',
    copied: 'コピーしました',
    copyFailed: 'コピーできませんでした',
    edit: '編集',
    regenerate: 'もう一度回答',
    againWith: '別のモデルで回答',
    continue: '続ける',
    undoContinue: '続きを取り消す',
    retry: '再試行',
    discard: '破棄',
    cancel: 'キャンセル',
    dismiss: '閉じる',
    details: '詳細',
    close: '閉じる',
  },

  rating: {
    up: '良い回答',
    down: '良くない回答',
    given: { up: '良いと評価しました。', down: '良くないと評価しました。' },
    takenBack: '評価を取り消しました。',
  },

  edit: {
    label: 'メッセージを編集',
    send: '送信',
    waiting: 'アップロードしています…',
  },

  versions: {
    label: (number, total) => `${count(total)} 件中 ${count(number)} 件目の版`,
    place: (number, total) => `${count(number)} / ${count(total)}`,
    previous: '前の版',
    next: '次の版',
  },

  delivery: {
    sending: '送信しています…',
    failed: '送信できませんでした。',
  },

  code: {
    plain: 'テキスト',
    block: (language) => `コード、${language}`,
  },

  table: {
    label: '表',
  },

  footnote: {
    mark: (label) => `脚注 ${label}`,
    back: '本文に戻る',
  },

  task: {
    done: '完了',
    open: '未完了',
  },

  image: {
    notLoaded: (description) => (description ? `画像：${description}` : '画像'),
  },

  empty: {
    title: '何を知りたいですか？',
    subtitle: 'ご自分の言葉で質問してください。返信は書かれるそばから表示され、保存されます。',
    examplesLabel: '例',
    examples,
    demoExamples,
  },

  demo: {
    label: 'デモモデルについて',
    title: 'これは内蔵のデモです。AI ではありません。',
    body: '文字は打ちますが、何も知りません。',
    howIntro: 'package.json の隣にある .env ファイルで次の項目を設定し、サーバーを再起動してください：',
    variables: [
      { name: 'OPENAI_API_KEY', meaning: 'サーバーが必要とする場合のキー' },
      { name: 'OPENAI_BASE_URL', meaning: 'OpenAI 互換サーバーのアドレス' },
      { name: 'OPENAI_MODELS', meaning: '提供するモデル（コンマ区切り）' },
    ],
    howOutro: 'キーはサーバーの外に出ません。',
    show: '本物のモデルをつなぐには',
    dismiss: '閉じる',
  },

  connection: {
    offline: 'オフラインです。表示中の内容は残ります。ネットワークが戻ると続きを表示します。',
    reconnecting: '接続が切れました。再接続しています…',
    restored: '再接続しました',
  },

  notFound: {
    conversationTitle: 'この会話は見つかりません',
    conversationBody: '削除されたか、一時チャットだったか、リンクが途中で切れている可能性があります。',
    pageTitle: 'このページは見つかりません',
    pageBody: 'アドレスが間違っている可能性があります。',
    action: '新しいチャットを始める',
  },

  errors: {
    unexpectedTitle: '問題が発生しました',
    unexpectedBody: 'このページで問題が発生しました。会話はサーバーに安全に保存されています。',
    reload: 'ページを再読み込み',
    conversationFailed: '会話を読み込めませんでした。',
    renameFailed: 'タイトルを変更できませんでした。',
    deleteFailed: '会話を削除できませんでした。',
    restoreFailed: '会話を復元できませんでした。',
    filingFailed: '変更を保存できませんでした。',
    stopFailed: '返信を停止できませんでした。',
    sendQueuedFailed: '待機中のメッセージを送信できませんでした。',
    regenerateFailed: '新しい返信を開始できませんでした。',
    continueFailed: '返信を続けられませんでした。',
    chooseBranchFailed: '別の版を表示できませんでした。',
    ratingFailed: '評価を保存できませんでした。',
    undoFailed: '続きを取り消せませんでした。',
    settingsFailed: '設定を保存できませんでした。',
    languageFailed: '言語を読み込めませんでした。',
    withReason: (what, why) => `${what}${why}`,
  },

  theme: {
    label: 'テーマ',
    light: 'ライト',
    dark: 'ダーク',
    system: 'システム',
    current: (name) => `テーマ：${name}`,
  },

  announce: {
    queued: '順番待ちです。',
    generating: '返信を生成しています…',
    stopped: '返信を停止しました。',
    interrupted: '返信が中断されました。',
    undone: '続きを取り消しました。',
    completed: '返信が完了しました。',
    goesOn: '返信はまだ続きます。残りは会話で読めます。',
  },

  settings: {
    open: '設定',
  },

  search: {
    open: 'メッセージを検索',
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
