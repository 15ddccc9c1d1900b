import { configurationLimits } from '@livetype/protocol'
import type { LaterTexts } from '../../../texts/later/later-texts.ts'
import { numberIn } from '../../plural.ts'

const count = numberIn('ja')
const { temperature, topP, maxTokens, systemPrompt } = configurationLimits

export const configuration: LaterTexts['configuration'] = {
  title: '会話の設定',
  intro: 'これから始まる返信に適用されます。既定のままの項目はモデルに送られません。',
  systemPrompt: 'システムプロンプト',
  systemPromptHint: 'このサーバーの既定の指示に代わります。',
  systemPromptPlaceholder: 'アシスタントにどのように振る舞ってほしいですか？',
  temperature: '温度',
  temperatureHint: '高いほど多様になります。',
  topP: 'Top P',
  topPHint: '低いほどありそうな言葉に絞ります。',
  maxTokens: 'トークンの上限',
  maxTokensHint: 'ここで返信を打ち切ります。',
  reasoningEffort: '推論の強さ',
  reasoningEffortHint: '先に考えるモデル向けです。',
  efforts: { minimal: '最小', low: '低', medium: '中', high: '高' },
  default: '既定',
  reset: (name) => `「${name}」を既定に戻す`,
  wrong: {
    systemPrompt: `${count(systemPrompt)} 文字以内で入力してください。`,
    temperature: `${count(temperature.least)} から ${count(temperature.most)} までの数を入力してください。`,
    topP: `${count(topP.least)} から ${count(topP.most)} までの数を入力してください。`,
    maxTokens: `${count(maxTokens.least)} から ${count(maxTokens.most)} までの整数を入力してください。`,
    reasoningEffort: '一覧から選んでください。',
  },
  save: '保存',
  usePreset: 'プリセットを使う…',
  filledFrom: (name) => `「${name}」の内容を入力しました。`,
  filledWithModel: (name, model) => `「${name}」の内容を入力しました。以後は ${model} が答えます。`,
  presetUsed: (name) => `「${name}」を使用中`,
  saveAsPreset: 'プリセットとして保存',
  presetName: 'プリセットの名前',
  presetHint:
    'この設定と選んだモデルを、ほかのチャットでも使えるように保存します。同じ名前のプリセットは置き換えられます。',
  presetSaved: (name) => `プリセット「${name}」を保存しました`,
  presetFailed: 'プリセットを保存できませんでした。',
}
