import { numberIn } from '../../languages/plural.ts'

const count = numberIn('en')
const conversations = (total: number) => `${count(total)} ${total === 1 ? 'conversation' : 'conversations'}`

/** The words of what goes out and comes in. */
export const dataTexts = {
  title: 'Your data',
  exportTitle: 'Export',
  exportHint:
    'All your conversations as one file. JSON has everything and can be imported again; Markdown is for reading.',
  exportNote: 'Attached images and files are in the JSON; the Markdown names them.',
  exportJson: 'Export all as JSON',
  exportMarkdown: 'Export all as Markdown',
  importTitle: 'Import',
  importHint:
    'An export of Livetype, the conversations.json of ChatGPT, or an export of Open WebUI. What is here already stays as it is, so nothing is doubled.',
  choose: 'Choose a file',
  chooseAnother: 'Choose another file',
  orDrop: 'or drop it here',
  drop: 'Drop a file to import it',
  dropHint: 'From Livetype, ChatGPT or Open WebUI',
  one: 'One file at a time: the first of them is imported.',
  running: (name: string) => `Importing ${name}`,
  read: (total: number) => (total === 0 ? 'Reading the file…' : `${conversations(total)} read`),
  stop: 'Stop the import',
  stopped: 'The import was stopped. What it had taken by then is here; importing the file again adds the rest.',
  failed: (reason: string) => `${reason} What was taken before that is here, and nothing else was changed.`,
  retry: 'Try again',
  done: (name: string) => `${name} has been read.`,
  nothing: 'There is no conversation in this file.',
  imported: (total: number, messages: number) =>
    `${conversations(total)} imported, with ${count(messages)} ${messages === 1 ? 'message' : 'messages'}.`,
  present: (total: number) => `${conversations(total)} ${total === 1 ? 'was' : 'were'} here already.`,
  restored: (total: number) => `${conversations(total)} had been deleted and ${total === 1 ? 'is' : 'are'} back.`,
  refused: (total: number) => `${conversations(total)} could not be read.`,
  /** Of a file that breaks off: what stood before is kept. */
  problem: (reason: string) => `The file could not be read to its end. ${reason}`,
  groups: {
    refused: (total: number) => `Not imported (${count(total)})`,
    changed: (total: number) => `Imported with something left out (${count(total)})`,
    imported: (total: number) => `Imported (${count(total)})`,
    restored: (total: number) => `Brought back (${count(total)})`,
    present: (total: number) => `Here already (${count(total)})`,
  },
  place: (place: string) => `Its place in the file: ${place}`,
  /** On paper, where a browser prints by itself before all is there. */
  printedInPart:
    'This is only a part of the conversation, as far as it was read. “Print the conversation” among the commands prints all of it.',
  unlisted: (total: number) => `${conversations(total)} more ${total === 1 ? 'is' : 'are'} not listed.`,
} as const
