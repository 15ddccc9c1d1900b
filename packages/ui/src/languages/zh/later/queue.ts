import type { LaterTexts } from '../../../texts/later/later-texts.ts'
import { numberIn } from '../../plural.ts'

const count = numberIn('zh-Hans')

export const queue: LaterTexts['queue'] = {
  label: '排队的消息',
  waiting: (total) => (total === 1 ? '回复完成后发送' : `${count(total)} 条消息将在回复后依次发送`),
  held: {
    stopped: '回复已停止，等你决定。',
    failed: '回复失败，等你决定。',
    interrupted: '回复期间服务器中断，等你决定。',
    refused: (reason) => `这条消息无法发送，等你决定。${reason}`,
  },
  sending: '正在加入队列…',
  attachmentsAlone: (names) => `附件：${names}`,
  attached: (total) => `${count(total)} 个附件`,
  edit: (name) => `编辑排队的消息“${name}”`,
  editLabel: '编辑排队的消息',
  save: '保存',
  remove: (name) => `移除排队的消息“${name}”`,
  sendNow: '立即发送',
  sendNowOf: (name) => `立即发送：“${name}”`,
  stopAndSend: '停止回复并立即发送',
  stopAndSendOf: (name) => `停止回复并立即发送：“${name}”`,
  retry: (name) => `重新排队：“${name}”`,
  failed: (reason) => `这条消息无法排队。${reason}`,
  news: {
    queued: (name) => `已排队：“${name}”`,
    sent: (name) => `已从队列发送：“${name}”`,
    removed: (name) => `已从队列移除：“${name}”`,
    changed: (name) => `已在队列中更改：“${name}”`,
  },
  editFailed: '无法更改排队的消息。',
  removeFailed: '无法移除排队的消息。',
  goneTitle: '排队的消息已经发出',
  goneBody: '你正在更改的内容已放入输入框。',
}
