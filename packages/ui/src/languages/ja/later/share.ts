import type { LaterTexts } from '../../../texts/later/later-texts.ts'
import { numberIn } from '../../plural.ts'

const count = numberIn('ja')

export const share: LaterTexts['share'] = {
  title: 'コピーを共有',
  intro: 'リンクは今の時点の会話を、読むだけの形で表示します。その後の内容は、リンクを更新するまで含まれません。',
  who: 'リンクを知っていてこのサーバーに接続できる人は、誰でも読んだり人に渡したりできます。タイトル、メッセージ、モデルの思考、添付した画像とファイルが表示されます。ご自分で書いていない限り、あなたが誰かは表示されません。',
  branches: 'メッセージのすべての版を表示',
  branchesHint: 'オフの場合は、今見えている版だけです。',
  systemPrompt: 'システムプロンプトを表示',
  systemPromptHint: 'この会話に設定されている場合です。',
  create: 'リンクを作成',
  creating: '作成しています…',
  links: 'この会話へのリンク',
  none: 'リンクはまだありません。',
  link: (number) => `リンク ${count(number)}`,
  copyOf: (time) => `${time} のコピー`,
  withBranches: 'すべての版',
  withSystemPrompt: 'システムプロンプト',
  copyLink: (number) => `リンク ${count(number)} をコピー`,
  update: '更新',
  updateOf: (number) => `リンク ${count(number)} を今の会話に更新`,
  revoke: '取り消す',
  revokeOf: (number) => `リンク ${count(number)} を取り消す`,
  created: 'リンクができました。',
  updated: 'リンクは今の会話を表示します。',
  revoked: 'リンクを取り消しました。もう何も表示しません。',
  loading: 'リンクを読み込んでいます…',
  failed: 'うまくいきませんでした。',
  page: {
    note: (time) => `${time} に共有された会話のコピーです。読むことだけができます。`,
    systemPrompt: 'システムプロンプト',
    loading: '読み込んでいます…',
    missingTitle: 'このリンクには何もありません',
    missingBody: '取り消されたか、途中で切れている可能性があります。リンクをくれた人に、もう一度もらってください。',
    failedTitle: '読み込めませんでした',
    retry: '再試行',
    messages: 'メッセージ',
  },
}
