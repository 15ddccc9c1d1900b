/** What a model's tokens cost, per million. */
export interface ModelPrice {
  readonly input: number
  readonly output: number
}

/** Prices by the id of the model. */
export type ModelPrices = ReadonlyMap<string, ModelPrice>

/**
 * Reads `gpt-5-mini=0.25/2, gpt-5=1.25/10`: a model's id, what a million input tokens cost, and a million output
 * tokens. Returns undefined where it is written otherwise.
 */
export function parseModelPrices(text: string): ModelPrices | undefined {
  const prices = new Map<string, ModelPrice>()
  for (const entry of text.split(',').filter((part) => part.trim() !== '')) {
    const [, id, input, output] = /^\s*(\S+)\s*=\s*(\d+(?:\.\d+)?)\s*\/\s*(\d+(?:\.\d+)?)\s*$/.exec(entry) ?? []
    if (!id || prices.has(id)) return undefined
    prices.set(id, { input: Number(input), output: Number(output) })
  }
  return prices
}

/** What these tokens cost; null where the model has no price. */
export function costOf(
  price: ModelPrice | undefined,
  { inputTokens, outputTokens }: { inputTokens: number; outputTokens: number },
): number | null {
  return price ? (inputTokens * price.input + outputTokens * price.output) / 1_000_000 : null
}
