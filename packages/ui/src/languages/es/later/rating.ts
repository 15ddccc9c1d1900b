import type { LaterTexts } from '../../../texts/later/later-texts.ts'

export const rating: LaterTexts['rating'] = {
  label: {
    up: '¿Qué estaba bien? (opcional)',
    down: '¿Qué estaba mal? (opcional)',
  },
  skip: 'Omitir',
  send: 'Enviar',
}
