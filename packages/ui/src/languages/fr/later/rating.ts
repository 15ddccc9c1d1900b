import type { LaterTexts } from '../../../texts/later/later-texts.ts'

export const rating: LaterTexts['rating'] = {
  label: {
    up: 'Qu’est-ce qui était bien ? (facultatif)',
    down: 'Qu’est-ce qui n’allait pas ? (facultatif)',
  },
  skip: 'Passer',
  send: 'Envoyer',
}
