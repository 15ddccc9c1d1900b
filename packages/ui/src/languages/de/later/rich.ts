import type { LaterTexts } from '../../../texts/later/later-texts.ts'

export const rich: LaterTexts['rich'] = {
  formula: {
    label: 'Formel',
    unreadable: 'Diese Formel lässt sich nicht lesen.',
  },
  diagram: {
    label: 'Diagramm',
    source: 'Quelltext zeigen',
    download: 'Bild herunterladen',
    unreadable: (reason) => `Dieses Diagramm lässt sich nicht lesen: ${reason}`,
    failed: 'Dieses Diagramm konnte nicht gezeichnet werden.',
    large: 'Dieses Diagramm ist groß: es zu zeichnen kann einige Sekunden dauern.',
    tooLong: 'Dieses Diagramm ist zu lang, um gezeichnet zu werden.',
    draw: 'Diagramm zeichnen',
    named: (kind, title) => `${kind}: ${title}`,
    kinds: {
      flowchart: 'Flussdiagramm',
      sequence: 'Sequenzdiagramm',
      class: 'Klassendiagramm',
      state: 'Zustandsdiagramm',
      entities: 'Entity-Relationship-Diagramm',
      plan: 'Gantt-Diagramm',
      pie: 'Kreisdiagramm',
      mindmap: 'Mindmap',
      timeline: 'Zeitachse',
    },
  },
  image: {
    load: 'Bild laden',
    hide: 'Bild ausblenden',
    failed: 'Dieses Bild konnte nicht geladen werden.',
  },
  table: {
    copy: 'Tabelle kopieren',
    markdown: 'Als Markdown kopieren',
    csv: 'Als CSV kopieren',
  },
}
