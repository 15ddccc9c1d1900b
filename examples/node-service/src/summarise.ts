import type { Answer, Livetype } from '@livetype/client/node'

/** Asks for a summary; reading it goes on over cuts of the network and restarts of the server. */
export function summarise(
  livetype: Livetype,
  text: string,
  options: { readonly model: string | undefined; readonly signal: AbortSignal },
): Answer {
  return livetype.ask({ text: `Summarise this text in three sentences.\n\n${text}`, ...options })
}
