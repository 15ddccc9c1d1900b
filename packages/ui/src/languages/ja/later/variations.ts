import type { LaterTexts } from '../../../texts/later/later-texts.ts'
import { numberIn } from '../../plural.ts'

const count = numberIn('ja')

export const variations: LaterTexts['variations'] = {
  label: (total) => `並んだ ${count(total)} 件の回答`,
  number: (number, total) => `${count(total)} 件中 ${count(number)} 件目`,
  use: 'この回答を使う',
  useOf: (model, number) => `この回答を使う：${model}、${count(number)} 件目`,
  leads: '次のメッセージはこの回答に続きます',
  stop: (model) => `${model} を停止`,
  rate: (tokensPerSecond, isEstimated) => `${isEstimated ? '≈ ' : ''}${count(Math.round(tokensPerSecond))} トークン/秒`,
  completed: (model) => `${model} が終わりました。`,
  stopped: (model) => `${model} を停止しました。`,
  failed: (model) => `${model} が失敗しました。`,
  interrupted: (model) => `${model} が中断されました。`,
}

export const comparison: LaterTexts['comparison'] = {
  label: '並べて回答するモデル',
  model: (number) => `モデル ${count(number)}`,
  remove: (number) => `モデル ${count(number)} を外す`,
  add: 'モデルを追加',
}
