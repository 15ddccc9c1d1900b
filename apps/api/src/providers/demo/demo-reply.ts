import { takeAttachments } from './demo-attachments.ts'
import type { DemoScript } from './demo-script.ts'
import { answer, help, unknownCommand } from './guide.ts'
import { defaultLongWords, longText, maxLongWords } from './long-text.ts'
import { codeSample, mathSample, tableSample, thinkSample } from './samples.ts'

type Command = (argument: string) => DemoScript

const commands: ReadonlyMap<string, Command> = new Map<string, Command>([
  ['help', () => ({ text: help })],
  ['long', (argument) => ({ text: longText(wordCount(argument)) })],
  ['code', () => ({ text: codeSample })],
  ['table', () => ({ text: tableSample })],
  ['math', () => ({ text: mathSample })],
  ['think', () => thinkSample],
  ['slow', () => ({ text: slowText, slowness: 10, startDelayMs: 3000 })],
  ['error', () => ({ text: errorText, fails: true, textAfterFailure: afterFailure })],
])

const slowText = [
  'Some models take their time. This reply waited three seconds before its first word, and now it comes drop by drop, as if someone were typing it with two fingers.',
  'That leaves time to try things: stop it, reload the page, open it in a second tab, or go offline for a moment. What was written stays.',
].join('\n\n')

const errorText =
  'Everything is going well so far: the words arrive, the sentence takes shape, and nobody suspects that right in the middle of it the model is about to'
const afterFailure =
  ' fail. It did; and what you read now was written when you asked it to go on, in the same sentence.'

/** Written where the demo is to go on from a text that it would not have written. */
const cannotGoOn = '\n\n*(The demo can go on from its own texts alone.)*'

/** What the demo model writes for a turn that has `earlierTurns` turns before it. Pure. */
export function demoReply(turnText: string, earlierTurns: number): DemoScript {
  const { attachments, question } = takeAttachments(turnText)
  const [, name, argument = ''] = /^\/([a-z]+)(?:\s+(.*))?$/is.exec(question.trim()) ?? []
  if (name === undefined) return { text: answer(question.trim(), { earlierTurns, attachments }) }
  const command = commands.get(name.toLowerCase())
  return command ? command(argument.trim()) : { text: unknownCommand(name) }
}

/**
 * What is left to write of a script when `written` stands there already: its end, or a stretch of it where its beginning
 * did not fit the context. What was thought is not thought again, and what failed goes well. Pure.
 */
export function demoContinuation(script: DemoScript, written: string): DemoScript {
  const whole = script.text + (script.textAfterFailure ?? '')
  const at = whole.indexOf(written)
  const { slowness, startDelayMs } = script
  return {
    text: at === -1 ? cannotGoOn : whole.slice(at + written.length),
    ...(slowness && { slowness }),
    ...(startDelayMs && { startDelayMs }),
  }
}

function wordCount(argument: string): number {
  const count = Number.parseInt(argument, 10)
  return count > 0 ? Math.min(count, maxLongWords) : defaultLongWords
}
