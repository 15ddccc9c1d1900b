/** Whether a message is so long that it scrolls in a box of its own: over 1,000 characters or 12 lines. */
export function isLongText(text: string): boolean {
  return text.length > 1000 || text.split('\n', 13).length > 12
}
