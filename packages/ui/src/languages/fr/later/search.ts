import type { LaterTexts } from '../../../texts/later/later-texts.ts'
import { numberIn, pluralIn } from '../../plural.ts'

const count = numberIn('fr')
const plural = pluralIn('fr')

export const search: LaterTexts['search'] = {
  title: 'Rechercher dans les messages',
  placeholder: 'Qu’est-ce qui a été dit ?',
  searching: 'Recherche…',
  syntax: [
    { example: 'tarte pommes', meaning: 'les deux mots, où qu’ils soient dans un message ou un titre' },
    { example: '"tarte aux pommes"', meaning: 'exactement ces mots, dans cet ordre' },
    { example: 'pom*', meaning: 'les mots qui commencent ainsi' },
    { example: '-tarte', meaning: 'rien qui contienne ce mot' },
  ],
  none: 'Aucun résultat.',
  noneHint: 'Moins de mots, ou seulement leur début, donnent plus de résultats.',
  failed: 'La recherche n’a pas abouti.',
  retry: 'Réessayer',
  foundMessages: (messages) =>
    `${count(messages)} ${plural(messages, { one: 'message trouvé', other: 'messages trouvés' })}`,
  foundTitles: (titles) => `${count(titles)} ${plural(titles, { one: 'titre trouvé', other: 'titres trouvés' })}`,
  limited: (messages) => `Plus de ${count(messages)} messages contiennent ces mots. Les plus récents sont affichés.`,
  more: (messages) => `${count(messages)} de plus dans cette conversation`,
  moreFailed: 'Impossible de lire les autres. Réessayer',
  loadingMore: 'Recherche d’autres messages…',
  nextFailed: 'Impossible d’en lire davantage.',
}
