import type { LaterTexts } from '../../../texts/later/later-texts.ts'
import { numberIn } from '../../plural.ts'

const count = numberIn('ja')

export const data: LaterTexts['data'] = {
  title: 'データ',
  exportTitle: '書き出し',
  exportHint:
    'すべての会話を 1 つのファイルにします。JSON はすべてを含み、再び読み込めます。Markdown は読むためのものです。',
  exportNote: '添付した画像やファイルは JSON に含まれ、Markdown には名前だけが入ります。',
  exportJson: 'すべて JSON で書き出す',
  exportMarkdown: 'すべて Markdown で書き出す',
  importTitle: '読み込み',
  importHint:
    'Livetype の書き出し、ChatGPT の conversations.json、Open WebUI の書き出しに対応しています。すでにある会話はそのままで、重複しません。',
  choose: 'ファイルを選択',
  chooseAnother: '別のファイルを選択',
  orDrop: 'またはここにドロップ',
  drop: 'ファイルをドロップして読み込む',
  dropHint: 'Livetype、ChatGPT、Open WebUI から',
  one: '一度に 1 つのファイルです。最初のファイルを読み込みます。',
  running: (name) => `${name} を読み込み中`,
  read: (total) => (total === 0 ? 'ファイルを読んでいます…' : `${count(total)} 件の会話を読みました`),
  stop: '読み込みを停止',
  stopped: '読み込みを停止しました。それまでに取り込んだ会話は残っています。もう一度読み込むと残りが追加されます。',
  failed: (reason) => `${reason}それまでに取り込んだ会話は残っています。ほかに変更はありません。`,
  retry: '再試行',
  done: (name) => `${name} を読みました。`,
  nothing: 'このファイルに会話はありません。',
  imported: (total, messageCount) =>
    `${count(total)} 件の会話（メッセージ ${count(messageCount)} 件）を読み込みました。`,
  present: (total) => `${count(total)} 件の会話はすでにありました。`,
  restored: (total) => `削除されていた ${count(total)} 件の会話を元に戻しました。`,
  refused: (total) => `${count(total)} 件の会話は読めませんでした。`,
  problem: (reason) => `ファイルを最後まで読めませんでした。${reason}`,
  groups: {
    refused: (total) => `読み込めなかった会話（${count(total)}）`,
    changed: (total) => `一部を除いて読み込んだ会話（${count(total)}）`,
    imported: (total) => `読み込んだ会話（${count(total)}）`,
    restored: (total) => `元に戻した会話（${count(total)}）`,
    present: (total) => `すでにあった会話（${count(total)}）`,
  },
  place: (place) => `ファイル内の位置：${place}`,
  printedInPart: 'これは会話の一部（読み込まれたところまで）です。コマンドの「会話を印刷」ですべてを印刷できます。',
  unlisted: (total) => `ほかに ${count(total)} 件の会話があります。`,
}
