import type { LaterTexts } from '../../../texts/later/later-texts.ts'

export const rating: LaterTexts['rating'] = {
  label: {
    up: 'Was war daran gut? (freiwillig)',
    down: 'Was stimmte daran nicht? (freiwillig)',
  },
  skip: 'Überspringen',
  send: 'Senden',
}
