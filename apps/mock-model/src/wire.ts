/** Counts of tokens in the wire's own words. */
export interface WireUsage {
  readonly prompt_tokens: number
  readonly completion_tokens: number
  readonly total_tokens: number
}

/** Writes the events of one chat-completions stream as the real servers do. */
export interface Wire {
  chunk(fields: object): string
  /** A chunk with one choice. */
  choice(fields: object): string
  role(): string
  delta(delta: object): string
  content(content: unknown): string
  finish(reason: string): string
  usage(usage: WireUsage): string
  comment(text: string): string
  event(name: string, data: string): string
  data(data: string): string
  done(): string
}

/** A wire for one reply; `eol` ends its lines. */
export function createWire(model: string, eol: '\n' | '\r\n' = '\n'): Wire {
  const base = { id: 'chatcmpl-mock', object: 'chat.completion.chunk', created: 1_700_000_000, model }
  const data = (text: string) => `data: ${text}${eol}${eol}`
  const chunk = (fields: object) => data(JSON.stringify({ ...base, ...fields }))
  const choice = (fields: object) => chunk({ choices: [{ index: 0, finish_reason: null, ...fields }] })
  const delta = (fields: object) => choice({ delta: fields })
  return {
    chunk,
    choice,
    data,
    delta,
    role: () => delta({ role: 'assistant', content: '' }),
    content: (content) => delta({ content }),
    finish: (reason) => choice({ delta: {}, finish_reason: reason }),
    usage: (usage) => chunk({ choices: [], usage }),
    comment: (text) => `: ${text}${eol}${eol}`,
    event: (name, text) => `event: ${name}${eol}data: ${text}${eol}${eol}`,
    done: () => data('[DONE]'),
  }
}

/** Usage of a reply whose prompt had `prompt` tokens and whose text has `completion`. */
export function wireUsage(prompt: number, completion: number): WireUsage {
  return { prompt_tokens: prompt, completion_tokens: completion, total_tokens: prompt + completion }
}
