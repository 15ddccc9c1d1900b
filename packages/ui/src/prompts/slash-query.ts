/**
 * What was typed behind a slash at the very beginning of a message, up to the caret: what a prompt is looked for by.
 * Undefined where nothing is looked for.
 */
export function slashQuery(text: string, caret: number): string | undefined {
  if (!text.startsWith('/') || caret < 1) return undefined
  const query = text.slice(1, caret)
  return /^\s|\n/.test(query) ? undefined : query
}
