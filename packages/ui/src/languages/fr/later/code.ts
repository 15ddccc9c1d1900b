import type { LaterTexts } from '../../../texts/later/later-texts.ts'
import { numberIn } from '../../plural.ts'

const count = numberIn('fr')

export const code: LaterTexts['code'] = {
  wrap: 'Couper les longues lignes',
  download: 'Télécharger le code',
  fold: 'Afficher moins de lignes',
  unfold: (lines) => `Afficher les ${count(lines)} lignes`,
  preview: 'Aperçu',
  previewOf: (language) => `Aperçu, ${language}`,
  previewIsPartial: 'Aucun script ne s’exécute dans un aperçu, et ce qui viendrait d’autres serveurs est omis.',
  previewFailed: 'L’aperçu n’a pas pu être chargé. Vérifiez la connexion, puis réessayez.',
}
