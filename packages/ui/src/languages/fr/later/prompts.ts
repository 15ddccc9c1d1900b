import type { LaterTexts } from '../../../texts/later/later-texts.ts'
import { numberIn, pluralIn } from '../../plural.ts'

const count = numberIn('fr')
const plural = pluralIn('fr')

export const prompts: LaterTexts['prompts'] = {
  list: 'Prompts',
  found: (total) => `${count(total)} ${plural(total, { one: 'prompt', other: 'prompts' })}`,
  manage: 'Gérer les prompts…',
  fillIntro: 'Ce qui est écrit ici prend place dans le texte. Entrée continue, Maj+Entrée passe à la ligne.',
  preview: 'Aperçu',
  empty: (name) => `[${name}]`,
  insert: 'Insérer',
}
