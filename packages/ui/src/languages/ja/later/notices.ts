import type { LaterTexts } from '../../../texts/later/later-texts.ts'

export const notices: LaterTexts['notices'] = {
  section: '通知',
  label: '長い返信ができたら知らせる',
  hint: 'この端末で、ページが見えていない間だけ知らせます。チャットのタイトルだけを示し、本文は示しません。',
  choices: { off: 'オフ', on: 'オン' },
  blocked:
    'ブラウザーがこのページの通知をブロックしています。サイトの設定で許可してから、もう一度「オン」を選んでください。',
  unsupported: 'このブラウザーではここで通知を表示できません。',
  ready: '返信ができました。',
  failed: '返信を完了できませんでした。',
}
