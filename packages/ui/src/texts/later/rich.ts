/** The words of what stands in a reply beside its text. */
export const richTexts = {
  formula: {
    label: 'Formula',
    unreadable: 'This formula can’t be read.',
  },
  table: {
    copy: 'Copy the table',
    markdown: 'Copy as Markdown',
    csv: 'Copy as CSV',
  },
} as const
