import type { LaterTexts } from '../../../texts/later/later-texts.ts'
import { numberIn } from '../../plural.ts'

const count = numberIn('zh-Hans')

export const variations: LaterTexts['variations'] = {
  label: (total) => `${count(total)} 个并排的回答`,
  number: (number, total) => `第 ${count(number)} 个，共 ${count(total)} 个`,
  use: '采用这个回答',
  useOf: (model, number) => `采用这个回答：${model}，第 ${count(number)} 个`,
  leads: '下一条消息接着这个回答',
  stop: (model) => `停止 ${model}`,
  rate: (tokensPerSecond, isEstimated) => `${isEstimated ? '≈ ' : ''}${count(Math.round(tokensPerSecond))} 词元/秒`,
  completed: (model) => `${model} 已完成。`,
  stopped: (model) => `${model} 已停止。`,
  failed: (model) => `${model} 失败了。`,
  interrupted: (model) => `${model} 已中断。`,
}

export const comparison: LaterTexts['comparison'] = {
  label: '并排回答的模型',
  model: (number) => `模型 ${count(number)}`,
  remove: (number) => `移除模型 ${count(number)}`,
  add: '添加模型',
}
