import type { LaterTexts } from '../../../texts/later/later-texts.ts'

export const rich: LaterTexts['rich'] = {
  formula: {
    label: 'Formule',
    unreadable: 'Cette formule est illisible.',
  },
  diagram: {
    label: 'Diagramme',
    source: 'Afficher le code source',
    download: 'Télécharger l’image',
    unreadable: (reason) => `Ce diagramme est illisible : ${reason}`,
    failed: 'Ce diagramme n’a pas pu être dessiné.',
    large: 'Ce diagramme est grand : le dessiner peut prendre quelques secondes.',
    tooLong: 'Ce diagramme est trop long pour être dessiné.',
    draw: 'Dessiner le diagramme',
    named: (kind, title) => `${kind} : ${title}`,
    kinds: {
      flowchart: 'Organigramme',
      sequence: 'Diagramme de séquence',
      class: 'Diagramme de classes',
      state: 'Diagramme d’états',
      entities: 'Diagramme entité-association',
      plan: 'Diagramme de Gantt',
      pie: 'Diagramme circulaire',
      mindmap: 'Carte mentale',
      timeline: 'Chronologie',
    },
  },
  image: {
    load: 'Charger l’image',
    hide: 'Masquer l’image',
    failed: 'Cette image n’a pas pu être chargée.',
  },
  table: {
    copy: 'Copier le tableau',
    markdown: 'Copier en Markdown',
    csv: 'Copier en CSV',
  },
}
