import { libraryLimits } from '@livetype/protocol'
import type { LaterTexts } from '../../../texts/later/later-texts.ts'
import { numberIn } from '../../plural.ts'

const count = numberIn('zh-Hans')
const atMost = (limit: number) => `最多可写 ${count(limit)} 个字符。`

export const library: LaterTexts['library'] = {
  title: '提示词和预设',
  tabs: { prompts: '提示词', presets: '预设' },
  intro: {
    prompts: '可反复使用的文本：在空白消息中输入 /，再输入名称。',
    presets: '对话的开始方式：由谁回答，怎样回答。',
  },
  search: { prompts: '搜索提示词', presets: '搜索预设' },
  found: (total) => `${count(total)} 个结果`,
  nothingFound: '没有找到',
  add: { prompts: '新建提示词', presets: '新建预设' },
  edit: { prompts: '编辑提示词', presets: '编辑预设' },
  empty: { prompts: '还没有提示词。', presets: '还没有预设。' },
  begin: '从示例开始',
  actionsFor: { prompts: (name) => `提示词“${name}”的操作` },
  deleted: (name) => `已删除“${name}”。`,
  moved: (name, place, total) => `“${name}”现在排在第 ${count(place)} 位，共 ${count(total)} 个。`,
  failed: '无法保存更改。',
  changedElsewhere: '它已在另一个标签页中更改。保存会覆盖那些更改。',
  deletedElsewhere: '它已在另一个标签页中删除。保存会将其恢复。',
  unsaved: '你写的内容还没有保存。',
  keepWriting: '继续编写',
  discard: '放弃',

  promptTitle: '标题',
  promptName: '斜杠后的名称',
  promptNameHint: (name) => `在空白消息中输入 /${name} 即可使用。`,
  promptBody: '文本',
  promptBodyHint: '在每次需要填写的地方写 {{主题}}，或写 {{语气=友好}} 并附默认值。',
  asksFor: (names) => `需要填写：${names}`,
  withDefault: (name, value) => `${name}（${value}）`,
  presetName: '名称',
  icon: '图标',
  icons: {
    sparkles: '闪光',
    bot: '机器人',
    brain: '大脑',
    'book-open': '书本',
    code: '代码',
    'flask-conical': '烧瓶',
    'graduation-cap': '学士帽',
    languages: '语言',
    lightbulb: '灯泡',
    'message-circle': '气泡',
    'pen-line': '笔',
    scale: '天平',
  },
  model: '模型',
  modelHint: '以此开始的对话由谁回答。',
  anyModel: '当前选择的模型',
  goneModel: (id) => `${id}（目前不提供）`,
  wrong: {
    nameMissing: '请输入名称。',
    nameForm: '只能使用小写字母、数字和“-”，例如 code-review。',
    nameTooLong: atMost(libraryLimits.promptName),
    nameTaken: '已有同名的提示词。请换一个名称。',
    titleTooLong: atMost(libraryLimits.promptTitle),
    bodyMissing: '请写要插入的文本。',
    bodyTooLong: atMost(libraryLimits.promptBody),
    presetNameTooLong: atMost(libraryLimits.presetName),
  },

  examplePrompt: {
    title: '通俗讲解',
    name: 'explain',
    body: '给{{读者=一个好奇的十岁孩子}}讲讲{{主题}}，并举一个日常生活中的例子。',
  },
  examplePreset: {
    name: '细心的编辑',
    systemPrompt: '你负责修改文章。改正错别字和语法，保留作者的风格，并在文章下方列出你所做的修改。',
  },
}
