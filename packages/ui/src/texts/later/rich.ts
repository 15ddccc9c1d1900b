/** The words of what stands in a reply beside its text. */
export const richTexts = {
  formula: {
    label: 'Formula',
    unreadable: 'This formula can’t be read.',
  },
} as const
