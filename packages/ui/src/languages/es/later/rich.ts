import type { LaterTexts } from '../../../texts/later/later-texts.ts'

export const rich: LaterTexts['rich'] = {
  formula: {
    label: 'Fórmula',
    unreadable: 'Esta fórmula no se puede leer.',
  },
  table: {
    copy: 'Copiar la tabla',
    markdown: 'Copiar como Markdown',
    csv: 'Copiar como CSV',
  },
}
