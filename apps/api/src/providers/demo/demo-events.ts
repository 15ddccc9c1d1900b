import { estimateTokens } from '../context-window.ts'
import type { DemoScript } from './demo-script.ts'
import { planTyping, usualTokensPerSecond } from './typing.ts'

/** An event of the demo's stream as it is sent, and when, in milliseconds from the request. */
export interface TimedEvent {
  readonly data: string
  readonly dueMs: number
}

const defaultStartDelayMs = 250
/** What a server sends whose model has failed in mid-reply. */
const failure = { error: { message: 'The demo model fails on request.', type: 'server_error', code: 503 } }

/** The events of a chat-completions stream that types a script. The same script gives the same events. */
export function demoEvents(
  script: DemoScript,
  options: { modelId: string; promptText: string; tokensPerSecond: number },
): TimedEvent[] {
  const { slowness = 1, startDelayMs = defaultStartDelayMs, reasoning = '' } = script
  const startMs = (startDelayMs * usualTokensPerSecond) / options.tokensPerSecond
  const tokensPerSecond = options.tokensPerSecond / slowness
  const thinking = planTyping(reasoning, { tokensPerSecond, startMs })
  const typing = planTyping(script.text, { tokensPerSecond, startMs: thinking.at(-1)?.dueMs ?? startMs })
  const endMs = typing.at(-1)?.dueMs ?? startMs

  const chunk = (fields: object) =>
    `data: ${JSON.stringify({ id: 'chatcmpl-demo', object: 'chat.completion.chunk', created: 0, model: options.modelId, ...fields })}\n\n`
  const choice = (delta: object, finishReason: string | null = null) =>
    chunk({ choices: [{ index: 0, delta, finish_reason: finishReason }] })
  const completionTokens = thinking.length + typing.length
  const promptTokens = estimateTokens(options.promptText)
  const usage = {
    prompt_tokens: promptTokens,
    completion_tokens: completionTokens,
    total_tokens: promptTokens + completionTokens,
  }
  const ending = script.fails
    ? chunk({ choices: [], ...failure })
    : `${choice({}, 'stop')}${chunk({ choices: [], usage })}data: [DONE]\n\n`
  return [
    { data: choice({ role: 'assistant', content: '' }), dueMs: 0 },
    ...thinking.map(({ text, dueMs }) => ({ data: choice({ reasoning_content: text }), dueMs })),
    ...typing.map(({ text, dueMs }) => ({ data: choice({ content: text }), dueMs })),
    { data: ending, dueMs: endMs },
  ]
}
