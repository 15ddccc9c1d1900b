import type { LaterTexts } from '../../../texts/later/later-texts.ts'

export const rich: LaterTexts['rich'] = {
  formula: {
    label: 'Formel',
    unreadable: 'Diese Formel lässt sich nicht lesen.',
  },
  table: {
    copy: 'Tabelle kopieren',
    markdown: 'Als Markdown kopieren',
    csv: 'Als CSV kopieren',
  },
}
