import type { LaterTexts } from '../../../texts/later/later-texts.ts'

export const rich: LaterTexts['rich'] = {
  formula: {
    label: '数式',
    unreadable: 'この数式は読み取れません。',
  },
  diagram: {
    label: '図',
    source: 'ソースを表示',
    download: '画像をダウンロード',
    unreadable: (reason) => `この図を読み取れません：${reason}`,
    failed: 'この図を描画できませんでした。',
    large: 'この図は大きいため、描画に数秒かかることがあります。',
    tooLong: 'この図は長すぎるため描画できません。',
    draw: '図を描画',
    named: (kind, title) => `${kind}：${title}`,
    kinds: {
      flowchart: 'フローチャート',
      sequence: 'シーケンス図',
      class: 'クラス図',
      state: '状態遷移図',
      entities: 'ER図',
      plan: 'ガントチャート',
      pie: '円グラフ',
      mindmap: 'マインドマップ',
      timeline: 'タイムライン',
    },
  },
  image: {
    load: '画像を読み込む',
    hide: '画像を隠す',
    failed: 'この画像を読み込めませんでした。',
  },
  table: {
    copy: '表をコピー',
    markdown: 'Markdown としてコピー',
    csv: 'CSV としてコピー',
  },
}
