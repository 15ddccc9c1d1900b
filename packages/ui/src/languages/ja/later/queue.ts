import type { LaterTexts } from '../../../texts/later/later-texts.ts'
import { numberIn } from '../../plural.ts'

const count = numberIn('ja')

export const queue: LaterTexts['queue'] = {
  label: '待機中のメッセージ',
  waiting: (total) =>
    total === 1 ? '返信が終わると送信されます' : `${count(total)} 件のメッセージが返信の後に順に送信されます`,
  held: {
    stopped: '返信が停止されたため、指示を待っています。',
    failed: '返信が失敗したため、指示を待っています。',
    interrupted: '返信の途中でサーバーが止まったため、指示を待っています。',
    refused: (reason) => `送信できなかったため、指示を待っています。${reason}`,
  },
  sending: '待ち行列に追加しています…',
  attachmentsAlone: (names) => `添付：${names}`,
  attached: (total) => `添付 ${count(total)} 件`,
  edit: (name) => `待機中のメッセージ「${name}」を編集`,
  editLabel: '待機中のメッセージを編集',
  save: '保存',
  remove: (name) => `待機中のメッセージ「${name}」を取り除く`,
  sendNow: '今すぐ送信',
  sendNowOf: (name) => `今すぐ送信：「${name}」`,
  stopAndSend: '返信を停止して今すぐ送信',
  stopAndSendOf: (name) => `返信を停止して今すぐ送信：「${name}」`,
  retry: (name) => `もう一度待機させる：「${name}」`,
  failed: (reason) => `このメッセージを待機させられませんでした。${reason}`,
  news: {
    queued: (name) => `待機中：「${name}」`,
    sent: (name) => `待ち行列から送信：「${name}」`,
    removed: (name) => `待ち行列から取り除きました：「${name}」`,
    changed: (name) => `待ち行列で変更しました：「${name}」`,
  },
  editFailed: '待機中のメッセージを変更できませんでした。',
  removeFailed: '待機中のメッセージを取り除けませんでした。',
  goneTitle: '待機中のメッセージはすでに送信されました',
  goneBody: '変更していた内容は入力欄にあります。',
}
