import type { LaterTexts } from '../../../texts/later/later-texts.ts'
import { numberIn } from '../../plural.ts'

const count = numberIn('zh-Hans')

export const share: LaterTexts['share'] = {
  title: '分享副本',
  intro: '链接会显示此对话现在的样子，只供阅读。之后的内容不会出现，除非你更新链接。',
  who: '任何拥有链接并能访问此服务器的人都可以阅读和转发。他们会看到标题、消息、模型的思考过程，以及附加的图片和文件。除非你写在其中，否则不会显示你是谁。',
  branches: '显示消息的所有版本',
  branchesHint: '否则只显示你现在看到的版本。',
  systemPrompt: '显示系统提示词',
  systemPromptHint: '为此对话设置的提示词（如果有）。',
  create: '创建链接',
  creating: '正在创建…',
  links: '此对话的链接',
  none: '还没有链接。',
  link: (number) => `链接 ${count(number)}`,
  copyOf: (time) => `${time}的副本`,
  withBranches: '所有版本',
  withSystemPrompt: '系统提示词',
  copyLink: (number) => `复制链接 ${count(number)}`,
  update: '更新',
  updateOf: (number) => `将链接 ${count(number)} 更新为对话现在的样子`,
  revoke: '撤销',
  revokeOf: (number) => `撤销链接 ${count(number)}`,
  created: '链接已就绪。',
  updated: '链接现在显示对话的最新内容。',
  revoked: '链接已撤销，不再显示任何内容。',
  loading: '正在加载链接…',
  failed: '操作没有成功。',
  page: {
    note: (time) => `对话的副本，分享于${time}。只供阅读。`,
    systemPrompt: '系统提示词',
    loading: '正在加载…',
    missingTitle: '这个链接没有内容',
    missingBody: '它可能已被撤销，或者不完整。请向给你链接的人再要一个。',
    failedTitle: '无法加载',
    retry: '重试',
    messages: '消息',
  },
}
