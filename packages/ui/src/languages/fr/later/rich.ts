import type { LaterTexts } from '../../../texts/later/later-texts.ts'

export const rich: LaterTexts['rich'] = {
  formula: {
    label: 'Formule',
    unreadable: 'Cette formule est illisible.',
  },
  table: {
    copy: 'Copier le tableau',
    markdown: 'Copier en Markdown',
    csv: 'Copier en CSV',
  },
}
