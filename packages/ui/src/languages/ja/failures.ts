import type { FailureSentences } from '../catalogue.ts'

/** @see ../../../../protocol/src/errors.ts */
export const failures: FailureSentences = {
  'invalid-input': (said) => `サーバーはこれを受け付けられません。英語での説明：${said}`,
  'conversation-not-found': 'この会話は見つかりません。削除された可能性があります。',
  'message-not-found': 'このメッセージはもうありません。',
  'run-not-found': 'この返信はもうありません。',
  'share-not-found': 'このリンクはもうありません。',
  'model-not-found':
    'このモデルはここでは使えません。別のモデルを選ぶか、OPENAI_MODELS を確認してサーバーを再起動してください。',
  'file-not-found': '添付ファイルがサーバーに見つかりません。外してから、もう一度添付してください。',
  'file-too-large': (said) => `ファイルが大きすぎます。サーバーの英語での説明：${said}`,
  'file-refused': (said) =>
    `このファイルは読み込めません。使えるのは画像（PNG、JPEG、WebP、GIF）、文字を含む PDF、UTF-8 のテキストファイルです。サーバーの英語での説明：${said}`,
  'id-conflict': 'この ID はサーバーですでに使われています。ページを再読み込みして、もう一度お試しください。',
  'reply-conflict': 'この返信はその間に変わったため、この操作はできません。',
  'too-many-runs': '順番待ちの返信が多すぎます。いくつか終わってから、もう一度お試しください。',
  'queue-full': 'この会話で待機中のメッセージが多すぎます。いくつか送信されてから、もう一度お試しください。',
  'queue-conflict': 'このメッセージはもう待機していません。すでに送信されたか、取り除かれました。',
  'run-deadline-exceeded': '返信がこのサーバーの制限時間を超えたため、終了しました。書かれた部分は残っています。',
  'forbidden-origin': 'サーバーはこのアドレスではこのページを提供していません。',
  'too-many-streams': '開いている接続が多すぎます。どれかを閉じてください。',
  'server-shutting-down': 'サーバーが再起動しています。少し待ってから、もう一度お試しください。',
  'run-stopped': '返信は終わる前に停止されました。',
  'run-interrupted': '返信を書いている途中でサーバーが止まりました。',
  'storage-failed':
    'サーバーに保存できませんでした。ディスクがいっぱいの可能性があります。それまでに表示されていた内容は安全です。',
  'model-unauthorized':
    'モデルのサーバーがキーを拒否したか、キーを求めています。OPENAI_API_KEY を確認してサーバーを再起動するか、別のモデルを選んでください。',
  'model-quota-exceeded':
    'モデルのサーバーのアカウントに残高がありません。請求設定を確認してから、もう一度お試しください。',
  'model-rate-limited': 'モデルのサーバーへのリクエストが多すぎます。少し待ってから、もう一度お試しください。',
  'model-unreachable':
    'モデルのサーバーに接続できないか、障害が起きています。動作しているか、OPENAI_BASE_URL が正しいかを確認して、もう一度お試しください。',
  'model-stalled': 'モデルのサーバーから長い間応答がありませんでした。もう一度お試しください。',
  'model-truncated': '返信が途中で切れたか、モデルがトークンの上限に達しました。書かれた部分は残っています。',
  'model-bad-answer': 'モデルから使える回答が得られませんでした。もう一度試すか、別のモデルを選んでください。',
  'model-refused-request': (said) => `モデルのサーバーがこのリクエストを受け付けませんでした。英語での説明：${said}`,
  internal: 'サーバーに接続できないか、サーバーで問題が発生しました。少し待ってから、もう一度お試しください。',
}
