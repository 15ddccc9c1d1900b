import type { LaterTexts } from '../../../texts/later/later-texts.ts'
import { numberIn, pluralIn } from '../../plural.ts'

const count = numberIn('fr')
const plural = pluralIn('fr')
const conversations = (total: number) =>
  `${count(total)} ${plural(total, { one: 'conversation', other: 'conversations' })}`

export const selecting: LaterTexts['selecting'] = {
  label: 'Conversations sélectionnées',
  selected: (total) => `${count(total)} ${plural(total, { one: 'sélectionnée', other: 'sélectionnées' })}`,
  all: 'Sélectionner toutes celles qui sont chargées',
  tags: 'Étiquettes…',
  leave: 'Terminer la sélection',
}

export const tags: LaterTexts['tags'] = {
  title: (title) => `Étiquettes de « ${title} »`,
  titleMany: (total) => `Étiquettes de ${conversations(total)}`,
  field: 'Ajouter une étiquette',
  hint: 'Entrée ou une virgule l’ajoute. Retour arrière dans le champ vide retire la dernière.',
  partial: 'Une étiquette en pointillés n’est que sur certaines. Ajoutez-la pour qu’elle soit sur toutes.',
  suggestions: 'Étiquettes utilisées',
  remove: (name) => `Retirer l’étiquette ${name}`,
  onSome: (name) => `${name} (sur certaines)`,
  added: (name) => `Étiquette ${name} ajoutée.`,
  removed: (name) => `Étiquette ${name} retirée.`,
  tooLong: (most) => `Une étiquette peut avoir jusqu’à ${count(most)} caractères.`,
  tooMany: (most) => `Il y a de la place pour ${count(most)} étiquettes au plus.`,
  save: 'Enregistrer',
  changed: (title) => `Étiquettes de « ${title} » modifiées`,
  changedMany: (total) => `Étiquettes de ${conversations(total)} modifiées`,
}
