import type { LaterTexts } from '../../../texts/later/later-texts.ts'

export const rich: LaterTexts['rich'] = {
  formula: {
    label: '公式',
    unreadable: '无法识别此公式。',
  },
  diagram: {
    label: '图表',
    source: '显示源代码',
    download: '下载图片',
    unreadable: (reason) => `无法读取此图表：${reason}`,
    failed: '无法绘制此图表。',
    large: '此图表较大，绘制可能需要几秒钟。',
    tooLong: '此图表过长，无法绘制。',
    draw: '绘制图表',
    named: (kind, title) => `${kind}：${title}`,
    kinds: {
      flowchart: '流程图',
      sequence: '时序图',
      class: '类图',
      state: '状态图',
      entities: '实体关系图',
      plan: '甘特图',
      pie: '饼图',
      mindmap: '思维导图',
      timeline: '时间线',
    },
  },
  image: {
    load: '加载图片',
    hide: '隐藏图片',
    failed: '无法加载此图片。',
  },
  table: {
    copy: '复制表格',
    markdown: '复制为 Markdown',
    csv: '复制为 CSV',
  },
}
