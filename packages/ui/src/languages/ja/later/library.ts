import { libraryLimits } from '@livetype/protocol'
import type { LaterTexts } from '../../../texts/later/later-texts.ts'
import { numberIn } from '../../plural.ts'

const count = numberIn('ja')
const atMost = (limit: number) => `${count(limit)} 文字以内で入力してください。`

export const library: LaterTexts['library'] = {
  title: 'プロンプトとプリセット',
  tabs: { prompts: 'プロンプト', presets: 'プリセット' },
  intro: {
    prompts: '繰り返し使う文章です。空のメッセージに / と名前を入力します。',
    presets: '会話の始め方です。どのモデルがどう答えるかを決めます。',
  },
  search: { prompts: 'プロンプトを検索', presets: 'プリセットを検索' },
  found: (total) => `${count(total)} 件`,
  nothingFound: '見つかりません',
  add: { prompts: '新しいプロンプト', presets: '新しいプリセット' },
  edit: { prompts: 'プロンプトを編集', presets: 'プリセットを編集' },
  empty: { prompts: 'プロンプトはまだありません。', presets: 'プリセットはまだありません。' },
  begin: '例から始める',
  actionsFor: { prompts: (name) => `プロンプト「${name}」の操作` },
  deleted: (name) => `「${name}」を削除しました。`,
  moved: (name, place, total) => `「${name}」は ${count(total)} 件中 ${count(place)} 番目です。`,
  failed: '変更を保存できませんでした。',
  changedElsewhere: 'その間に別のタブで変更されました。保存すると置き換わります。',
  deletedElsewhere: 'その間に別のタブで削除されました。保存すると元に戻ります。',
  unsaved: '書いた内容はまだ保存されていません。',
  keepWriting: '書き続ける',
  discard: '破棄',

  promptTitle: 'タイトル',
  promptName: 'スラッシュの後の名前',
  promptNameHint: (name) => `空のメッセージに /${name} と入力します。`,
  promptBody: '本文',
  promptBodyHint: '毎回埋める箇所には {{話題}}、既定値を付けるには {{口調=親しみやすく}} と書きます。',
  asksFor: (names) => `入力する項目：${names}`,
  withDefault: (name, value) => `${name}（${value}）`,
  presetName: '名前',
  icon: 'アイコン',
  icons: {
    sparkles: 'きらめき',
    bot: 'ロボット',
    brain: '脳',
    'book-open': '本',
    code: 'コード',
    'flask-conical': 'フラスコ',
    'graduation-cap': '学帽',
    languages: '言語',
    lightbulb: '電球',
    'message-circle': '吹き出し',
    'pen-line': 'ペン',
    scale: '天秤',
  },
  model: 'モデル',
  modelHint: 'これで始めるチャットに答えるモデルです。',
  anyModel: '選択中のモデル',
  goneModel: (id) => `${id}（現在は使えません）`,
  wrong: {
    nameMissing: '名前を入力してください。',
    nameForm: '半角の英小文字、数字、「-」だけを使ってください（例：code-review）。',
    nameTooLong: atMost(libraryLimits.promptName),
    nameTaken: '同じ名前のプロンプトがあります。別の名前にしてください。',
    titleTooLong: atMost(libraryLimits.promptTitle),
    bodyMissing: '挿入する文章を入力してください。',
    bodyTooLong: atMost(libraryLimits.promptBody),
    presetNameTooLong: atMost(libraryLimits.presetName),
  },

  examplePrompt: {
    title: 'やさしく説明',
    name: 'explain',
    body: '{{話題}}を{{読者=好奇心のある 10 歳の子ども}}に、身近な例を 1 つ挙げて説明してください。',
  },
  examplePreset: {
    name: 'ていねいな校正',
    systemPrompt:
      'あなたは文章の校正者です。誤字と文法を直し、書き手の文体を保ち、直した箇所を文章の下に挙げてください。',
  },
}
