import type { DemoAttachment } from './demo-attachments.ts'

/** Said first in every reply to an ordinary question. */
const notice =
  '**This is the built-in demo model. It is no AI**: it can show what replies look like, but it answers nothing.'

const commands = [
  '- `/long [words]`: a long text of exactly as many words',
  '- `/code`: code blocks in several languages',
  '- `/table`: tables',
  '- `/math`: formulas',
  '- `/think`: reasoning first, then the answer',
  '- `/slow`: starts late and types slowly, good for trying the stop button',
  '- `/error`: fails in mid-reply, as real servers sometimes do',
  '- `/help`: this list',
].join('\n')

const connect = [
  '### Connect a real model',
  'Put these lines into the file `.env` and start again:',
  '```ini\nOPENAI_API_KEY=your-key\nOPENAI_BASE_URL=https://api.openai.com/v1\nOPENAI_MODELS=gpt-5-mini\n```',
  'Any server that speaks the same language will do. For a local Ollama it is `OPENAI_BASE_URL=http://127.0.0.1:11434/v1`, and no key is needed.',
].join('\n\n')

const see = `### See what it can show\n\n${commands}`

const maxQuotedCharacters = 280

/** What `/help` writes. */
export const help = [notice, see, connect].join('\n\n')

/** The reply to a command there is none of. */
export function unknownCommand(name: string): string {
  return [`There is no command \`/${name}\` here. These work:`, commands].join('\n\n')
}

/** The reply to anything that is no command: what was asked, what came with it, and where to go from here. */
export function answer(
  question: string,
  { earlierTurns, attachments }: { earlierTurns: number; attachments: readonly DemoAttachment[] },
): string {
  const context =
    earlierTurns === 0
      ? 'It is the first message of this conversation: no earlier turns came with it.'
      : `It came with **${earlierTurns} earlier ${earlierTurns === 1 ? 'turn' : 'turns'}** of this conversation as context.`
  const arrived =
    question === '' ? ['Your message has arrived, though.'] : ['Your message has arrived, though:', quoted(question)]
  return [notice, ...arrived, ...attached(attachments), context, connect, see].join('\n\n')
}

function attached(attachments: readonly DemoAttachment[]): string[] {
  if (attachments.length === 0) return []
  const names = attachments.map(({ name, bytes, extent }) => `- ${inCode(name)}: ${bytes} bytes, ${extent}`)
  return [`These came with it. The demo sees and reads none of them; a real model would:`, names.join('\n')]
}

/** As code, so that nothing in it is markup. */
function inCode(text: string): string {
  const fence = '`'.repeat(Math.max(0, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length)) + 1)
  const space = fence === '`' ? '' : ' '
  return `${fence}${space}${text}${space}${fence}`
}

function quoted(text: string): string {
  const characters = Array.from(
    new Intl.Segmenter().segment(text.slice(0, maxQuotedCharacters * 8)),
    (part) => part.segment,
  )
  const isCut = characters.length > maxQuotedCharacters
  const shown = characters.slice(0, maxQuotedCharacters).join('').trimEnd() + (isCut ? '…' : '')
  return shown
    .split(/\r?\n|\r/)
    .map((line) => `> ${line}`)
    .join('\n')
}
