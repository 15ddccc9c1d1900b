import type { LaterTexts } from '../../../texts/later/later-texts.ts'
import { numberIn } from '../../plural.ts'

const count = numberIn('ja')

export const search: LaterTexts['search'] = {
  title: 'メッセージを検索',
  placeholder: '何の話でしたか？',
  searching: '検索しています…',
  syntax: [
    { example: 'りんご ケーキ', meaning: 'メッセージかタイトルのどこかに両方の言葉がある' },
    { example: '"りんご ケーキ"', meaning: 'この言葉がこの順に並んでいる' },
    { example: 'りん*', meaning: 'この文字で始まる言葉' },
    { example: '-ケーキ', meaning: 'この言葉を含まない' },
  ],
  none: '見つかりませんでした。',
  noneHint: '言葉を減らすか、始めの部分だけにすると、もっと見つかります。',
  failed: '検索できませんでした。',
  retry: '再試行',
  foundMessages: (messages) => `${count(messages)} 件のメッセージが見つかりました`,
  foundTitles: (titles) => `${count(titles)} 件のタイトルが見つかりました`,
  limited: (messages) => `この言葉を含むメッセージは ${count(messages)} 件を超えています。新しいものを表示しています。`,
  more: (messages) => `この会話にほか ${count(messages)} 件`,
  moreFailed: 'ほかの結果を読み込めませんでした。再試行',
  loadingMore: 'さらに検索しています…',
  nextFailed: '続きを読み込めませんでした。',
}
