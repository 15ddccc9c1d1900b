import { type Clock, systemClock } from '../clock.ts'
import { createOpenAiProvider } from '../openai/openai-provider.ts'
import type { Provider, ProviderModel } from '../provider.ts'
import { createDemoFetch } from './demo-fetch.ts'
import { usualTokensPerSecond } from './typing.ts'

/** The demo as a person chooses it. */
export const demoModel: ProviderModel = {
  id: 'demo',
  name: 'Demo (built in, no AI)',
  isDemo: true,
  description: 'Built in; shows what replies look like. No AI, no network, no key.',
  contextTokens: 32_768,
}

/** Never contacted: the name ends in the domain that is reserved for names that lead nowhere. */
const baseUrl = 'http://demo.invalid/v1'

/**
 * The built-in demo model: a model server without a network in front of the adapter that every other model uses.
 * `tokensPerSecond` (default 70) sets how fast it types; `Infinity` types at once.
 */
export function createDemoProvider(options: { tokensPerSecond?: number | undefined; clock?: Clock } = {}): Provider {
  const { tokensPerSecond = usualTokensPerSecond, clock = systemClock } = options
  return createOpenAiProvider({
    id: 'demo',
    baseUrl,
    label: 'The demo model',
    models: [demoModel],
    maxRetries: 0,
    clock,
    fetch: createDemoFetch({ clock, tokensPerSecond }),
  })
}
