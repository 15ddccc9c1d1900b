import type { OpenAI } from 'openai'
import type { ReplyRequest, Turn } from '../provider.ts'

type StreamingBody = OpenAI.ChatCompletionCreateParamsStreaming

/** What differs between servers. */
export interface Dialect {
  /** Whether the server is OpenAI's own. */
  readonly isOpenAi: boolean
  /** Whether it takes `stream_options`. */
  readonly takesStreamOptions: boolean
}

/** The body of a chat request. It sets no sampling parameter: the server's defaults are the model's own. */
export function requestBody(
  { modelId, turns }: Pick<ReplyRequest, 'modelId' | 'turns'>,
  dialect: Dialect,
): StreamingBody {
  const isDeveloper = dialect.isOpenAi && wantsDeveloperRole(modelId)
  return {
    model: modelId,
    messages: turns.map((turn) => messageOf(turn, isDeveloper)),
    stream: true,
    ...(dialect.takesStreamOptions && { stream_options: { include_usage: true } }),
  }
}

/** OpenAI's own `o<n>` and `gpt-5` and later take instructions as `developer`; everything else as `system`. */
function wantsDeveloperRole(modelId: string): boolean {
  const generation = /^gpt-(\d+)/.exec(modelId)?.[1]
  return /^o\d/.test(modelId) || (generation !== undefined && Number(generation) >= 5)
}

function messageOf({ role, text }: Turn, isDeveloper: boolean): OpenAI.ChatCompletionMessageParam {
  switch (role) {
    case 'system':
      return { role: isDeveloper ? 'developer' : 'system', content: text }
    case 'user':
      return { role: 'user', content: text }
    case 'assistant':
      return { role: 'assistant', content: text }
  }
}
