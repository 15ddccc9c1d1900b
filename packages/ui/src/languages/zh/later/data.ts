import type { LaterTexts } from '../../../texts/later/later-texts.ts'
import { numberIn } from '../../plural.ts'

const count = numberIn('zh-Hans')

export const data: LaterTexts['data'] = {
  title: '你的数据',
  exportTitle: '导出',
  exportHint: '把所有对话存成一个文件。JSON 内容完整，可以再次导入；Markdown 便于阅读。',
  exportNote: '附加的图片和文件包含在 JSON 中；Markdown 只列出它们的名称。',
  exportJson: '全部导出为 JSON',
  exportMarkdown: '全部导出为 Markdown',
  importTitle: '导入',
  importHint:
    'Livetype 的导出文件、ChatGPT 的 conversations.json，或 Open WebUI 的导出文件。已有的内容保持不变，不会重复。',
  choose: '选择文件',
  chooseAnother: '选择其他文件',
  orDrop: '或拖放到这里',
  drop: '拖放文件以导入',
  dropHint: '来自 Livetype、ChatGPT 或 Open WebUI',
  one: '一次一个文件：将导入第一个。',
  running: (name) => `正在导入 ${name}`,
  read: (total) => (total === 0 ? '正在读取文件…' : `已读取 ${count(total)} 个对话`),
  stop: '停止导入',
  stopped: '导入已停止。此前已导入的内容都在这里；再次导入该文件可补上其余部分。',
  failed: (reason) => `${reason}此前已导入的内容都在这里，其他没有变化。`,
  retry: '重试',
  done: (name) => `已读取 ${name}。`,
  nothing: '这个文件里没有对话。',
  imported: (total, messageCount) => `已导入 ${count(total)} 个对话，共 ${count(messageCount)} 条消息。`,
  present: (total) => `${count(total)} 个对话原本就在这里。`,
  restored: (total) => `${count(total)} 个曾删除的对话已恢复。`,
  refused: (total) => `${count(total)} 个对话无法读取。`,
  problem: (reason) => `文件未能读到结尾。${reason}`,
  groups: {
    refused: (total) => `未导入（${count(total)}）`,
    changed: (total) => `部分导入（${count(total)}）`,
    imported: (total) => `已导入（${count(total)}）`,
    restored: (total) => `已恢复（${count(total)}）`,
    present: (total) => `原本就在（${count(total)}）`,
  },
  place: (place) => `在文件中的位置：${place}`,
  printedInPart: '这只是对话的一部分，即已读取的内容。使用命令“打印对话”可打印全部。',
  unlisted: (total) => `另有 ${count(total)} 个对话未列出。`,
}
