import { texts } from '../texts/texts.ts'

/** How a text stands to the longest that can be sent. */
export interface ComposerRoom {
  readonly state: 'quiet' | 'near' | 'over'
  /** What is seen beside the text. Changes with every character: not for listeners. */
  readonly text: string
  /** What listeners hear: the same for as long as the state is, so that only its change is spoken. */
  readonly announcement: string
}

/** How much room a text of `length` UTF-16 units leaves; said from 90 % of `maxLength` on. */
export function composerRoom(length: number, maxLength: number): ComposerRoom {
  const rest = maxLength - length
  if (rest < 0) return { state: 'over', text: texts.composer.tooLong(-rest), announcement: texts.composer.overLimit }
  if (rest > maxLength / 10) return { state: 'quiet', text: '', announcement: '' }
  return { state: 'near', text: texts.composer.remaining(rest), announcement: texts.composer.nearLimit }
}
