import type { OpenAI } from 'openai'
import type { ReplyRequest, Turn, TurnImage } from '../provider.ts'

type StreamingBody = OpenAI.ChatCompletionCreateParamsStreaming

/** What differs between servers. */
export interface Dialect {
  /** Whether the server is OpenAI's own. */
  readonly isOpenAi: boolean
  /** Whether it takes `stream_options`. */
  readonly takesStreamOptions: boolean
  /** How the model's greatest number of tokens is called there. */
  readonly maxTokensName: 'max_tokens' | 'max_completion_tokens'
}

/**
 * The body of a chat request. It has no parameter that a person did not set: the defaults are the model's own (CONFIG1).
 * Images are read here, and travel inside it: a model's server fetches nothing from this one.
 */
export async function requestBody(
  { modelId, turns, parameters = {} }: Pick<ReplyRequest, 'modelId' | 'turns' | 'parameters'>,
  dialect: Dialect,
): Promise<StreamingBody> {
  const { temperature, topP, maxTokens, reasoningEffort } = parameters
  const isDeveloper = dialect.isOpenAi && wantsDeveloperRole(modelId)
  return {
    model: modelId,
    messages: await Promise.all(turns.map((turn) => messageOf(turn, isDeveloper))),
    stream: true,
    ...(temperature !== undefined && { temperature }),
    ...(topP !== undefined && { top_p: topP }),
    ...(maxTokens !== undefined && { [dialect.maxTokensName]: maxTokens }),
    ...(reasoningEffort !== undefined && { reasoning_effort: reasoningEffort }),
    ...(dialect.takesStreamOptions && { stream_options: { include_usage: true } }),
  }
}

/** OpenAI's own `o<n>` and `gpt-5` and later take instructions as `developer`; everything else as `system`. */
function wantsDeveloperRole(modelId: string): boolean {
  const generation = /^gpt-(\d+)/.exec(modelId)?.[1]
  return /^o\d/.test(modelId) || (generation !== undefined && Number(generation) >= 5)
}

async function messageOf(
  { role, text, images }: Turn,
  isDeveloper: boolean,
): Promise<OpenAI.ChatCompletionMessageParam> {
  switch (role) {
    case 'system':
      return { role: isDeveloper ? 'developer' : 'system', content: text }
    case 'user':
      // Servers that know no images know no arrays either.
      return { role: 'user', content: images ? await contentOf(text, images) : text }
    case 'assistant':
      return { role: 'assistant', content: text }
  }
}

async function contentOf(text: string, images: readonly TurnImage[]): Promise<OpenAI.ChatCompletionContentPart[]> {
  const parts = images.map(async (image): Promise<OpenAI.ChatCompletionContentPart> => {
    const url = `data:${image.mediaType};base64,${(await image.read()).toString('base64')}`
    return { type: 'image_url', image_url: { url } }
  })
  return [{ type: 'text', text }, ...(await Promise.all(parts))]
}
