import { configurationLimits } from '@livetype/protocol'
import type { LaterTexts } from '../../../texts/later/later-texts.ts'
import { numberIn } from '../../plural.ts'

const count = numberIn('zh-Hans')
const { temperature, topP, maxTokens, systemPrompt } = configurationLimits

export const configuration: LaterTexts['configuration'] = {
  title: '对话设置',
  intro: '对之后开始的回复生效。保持默认的项不会发送给模型。',
  systemPrompt: '系统提示词',
  systemPromptHint: '取代服务器自带的指令。',
  systemPromptPlaceholder: '助手应该怎样表现？',
  temperature: '温度',
  temperatureHint: '越高越多样。',
  topP: 'Top P',
  topPHint: '越低越倾向于常见的词。',
  maxTokens: '词元上限',
  maxTokensHint: '回复写到这里就截断。',
  reasoningEffort: '推理强度',
  reasoningEffortHint: '用于先思考再回答的模型。',
  efforts: { minimal: '极低', low: '低', medium: '中', high: '高' },
  default: '默认',
  reset: (name) => `将“${name}”恢复为默认`,
  wrong: {
    systemPrompt: `最多可写 ${count(systemPrompt)} 个字符。`,
    temperature: `请输入 ${count(temperature.least)} 到 ${count(temperature.most)} 之间的数。`,
    topP: `请输入 ${count(topP.least)} 到 ${count(topP.most)} 之间的数。`,
    maxTokens: `请输入 ${count(maxTokens.least)} 到 ${count(maxTokens.most)} 之间的整数。`,
    reasoningEffort: '请从列表中选择。',
  },
  save: '保存',
  usePreset: '使用预设…',
  filledFrom: (name) => `已按“${name}”填写。`,
  filledWithModel: (name, model) => `已按“${name}”填写；之后由 ${model} 回答。`,
  presetUsed: (name) => `正在使用“${name}”`,
  saveAsPreset: '存为预设',
  presetName: '预设名称',
  presetHint: '保存这些设置和所选模型，供其他对话使用。同名的预设会被替换。',
  presetSaved: (name) => `已保存预设“${name}”`,
  presetFailed: '无法保存预设。',
}
