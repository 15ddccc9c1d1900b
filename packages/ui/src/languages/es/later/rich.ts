import type { LaterTexts } from '../../../texts/later/later-texts.ts'

export const rich: LaterTexts['rich'] = {
  formula: {
    label: 'Fórmula',
    unreadable: 'Esta fórmula no se puede leer.',
  },
  diagram: {
    label: 'Diagrama',
    source: 'Mostrar el código fuente',
    download: 'Descargar la imagen',
    unreadable: (reason) => `Este diagrama no se puede leer: ${reason}`,
    failed: 'No se ha podido dibujar este diagrama.',
    large: 'Este diagrama es grande: dibujarlo puede tardar unos segundos.',
    tooLong: 'Este diagrama es demasiado largo para dibujarlo.',
    draw: 'Dibujar el diagrama',
    named: (kind, title) => `${kind}: ${title}`,
    kinds: {
      flowchart: 'Diagrama de flujo',
      sequence: 'Diagrama de secuencia',
      class: 'Diagrama de clases',
      state: 'Diagrama de estados',
      entities: 'Diagrama entidad-relación',
      plan: 'Diagrama de Gantt',
      pie: 'Gráfico circular',
      mindmap: 'Mapa mental',
      timeline: 'Cronología',
    },
  },
  image: {
    load: 'Cargar la imagen',
    hide: 'Ocultar la imagen',
    failed: 'No se ha podido cargar esta imagen.',
  },
  table: {
    copy: 'Copiar la tabla',
    markdown: 'Copiar como Markdown',
    csv: 'Copiar como CSV',
  },
}
