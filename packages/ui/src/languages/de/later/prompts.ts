import type { LaterTexts } from '../../../texts/later/later-texts.ts'
import { numberIn, pluralIn } from '../../plural.ts'

const count = numberIn('de')
const plural = pluralIn('de')

export const prompts: LaterTexts['prompts'] = {
  list: 'Prompts',
  found: (total) => `${count(total)} ${plural(total, { one: 'Prompt', other: 'Prompts' })}`,
  manage: 'Prompts verwalten …',
  fillIntro: 'Was hier steht, kommt in den Text. Enter geht weiter, Umschalt+Enter beginnt eine neue Zeile.',
  preview: 'Vorschau',
  empty: (name) => `[${name}]`,
  insert: 'Einfügen',
}
