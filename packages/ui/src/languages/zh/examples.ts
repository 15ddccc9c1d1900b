import type { Example } from '../../texts/examples.ts'

export const examples: readonly Example[] = [
  {
    title: '讲解知识',
    detail: '给十岁孩子讲天空为什么是蓝的',
    prompt: '给一个十岁的孩子讲讲天空为什么是蓝色的。',
  },
  {
    title: '编写代码',
    detail: '用 TypeScript 写防抖函数并附测试',
    prompt: '用 TypeScript 写一个防抖函数，并附上几个测试。',
  },
  {
    title: '比较',
    detail: '用表格比较 SQLite 和 PostgreSQL',
    prompt: '对于一个小型网站应用，用表格比较 SQLite 和 PostgreSQL。',
  },
  {
    title: '制定计划',
    detail: '步行游览里斯本三天',
    prompt: '制定一份步行游览里斯本三天的计划，并推荐用餐的地方。',
  },
]

export const demoExamples: readonly Example[] = [
  { title: '展示代码', detail: '带代码块的回复', prompt: '/code' },
  { title: '展示表格', detail: '一行一行写出的表格', prompt: '/table' },
  { title: '先思考', detail: '先推理，再回答', prompt: '/think' },
  { title: '写得长一些', detail: '可以滚动、停止和离开的长回复', prompt: '/long' },
]
