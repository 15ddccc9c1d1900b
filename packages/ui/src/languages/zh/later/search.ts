import type { LaterTexts } from '../../../texts/later/later-texts.ts'
import { numberIn } from '../../plural.ts'

const count = numberIn('zh-Hans')

export const search: LaterTexts['search'] = {
  title: '搜索消息',
  placeholder: '说过什么？',
  searching: '正在搜索…',
  syntax: [
    { example: '苹果 蛋糕', meaning: '两个词都出现在消息或标题中' },
    { example: '"苹果蛋糕"', meaning: '完全相同的连续词语' },
    { example: '苹*', meaning: '以此开头的词' },
    { example: '-蛋糕', meaning: '排除含有这个词的内容' },
  ],
  none: '没有找到。',
  noneHint: '减少词语，或只输入开头，可以找到更多。',
  failed: '搜索没有成功。',
  retry: '重试',
  foundMessages: (messages) => `找到 ${count(messages)} 条消息`,
  foundTitles: (titles) => `找到 ${count(titles)} 个标题`,
  limited: (messages) => `含有这些词的消息超过 ${count(messages)} 条。这里显示最新的。`,
  more: (messages) => `此对话中还有 ${count(messages)} 条`,
  moreFailed: '无法读取其余结果。重试',
  loadingMore: '正在查找更多…',
  nextFailed: '无法读取更多。',
}
