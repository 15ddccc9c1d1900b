import type { LaterTexts } from '../../../texts/later/later-texts.ts'

export const rich: LaterTexts['rich'] = {
  formula: {
    label: 'Fórmula',
    unreadable: 'Esta fórmula no se puede leer.',
  },
}
