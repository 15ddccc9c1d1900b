/** The words of what stands in a reply beside its text. */
export const richTexts = {
  formula: {
    label: 'Formula',
    unreadable: 'This formula can’t be read.',
  },
  diagram: {
    label: 'Diagram',
    source: 'Show the source',
    download: 'Download picture',
    unreadable: (reason: string) => `This diagram can’t be read: ${reason}`,
    failed: 'This diagram could not be drawn.',
    large: 'This diagram is large: drawing it may take some seconds.',
    tooLong: 'This diagram is too long to be drawn.',
    draw: 'Draw the diagram',
    named: (kind: string, title: string) => `${kind}: ${title}`,
    kinds: {
      flowchart: 'Flowchart',
      sequence: 'Sequence diagram',
      class: 'Class diagram',
      state: 'State diagram',
      entities: 'Entity-relationship diagram',
      plan: 'Gantt chart',
      pie: 'Pie chart',
      mindmap: 'Mind map',
      timeline: 'Timeline',
    },
  },
  image: {
    load: 'Load image',
    hide: 'Hide image',
    failed: 'This image could not be loaded.',
  },
  table: {
    copy: 'Copy the table',
    markdown: 'Copy as Markdown',
    csv: 'Copy as CSV',
  },
} as const
