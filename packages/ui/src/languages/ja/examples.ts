import type { Example } from '../../texts/examples.ts'

export const examples: readonly Example[] = [
  {
    title: '説明してもらう',
    detail: '空が青い理由を 10 歳の子どもに',
    prompt: '空が青い理由を、10 歳の子どもにわかるように説明してください。',
  },
  {
    title: 'コードを書く',
    detail: 'TypeScript の debounce とテスト',
    prompt: 'TypeScript で debounce 関数を、いくつかのテストとともに書いてください。',
  },
  {
    title: '比べる',
    detail: 'SQLite と PostgreSQL を表で',
    prompt: '小さな Web アプリケーション向けに、SQLite と PostgreSQL を表で比較してください。',
  },
  {
    title: '計画を立てる',
    detail: '歩いてめぐるリスボンの 3 日間',
    prompt: 'リスボンを歩いてめぐる 3 日間の計画を、食事の場所も含めて立ててください。',
  },
]

export const demoExamples: readonly Example[] = [
  { title: 'コードを見る', detail: 'コードブロックのある返信', prompt: '/code' },
  { title: '表を見る', detail: '1 行ずつ書かれていく表', prompt: '/table' },
  { title: '先に考える', detail: '考えてから答える', prompt: '/think' },
  { title: '長く書く', detail: 'スクロール、停止、離脱を試せる長い返信', prompt: '/long' },
]
