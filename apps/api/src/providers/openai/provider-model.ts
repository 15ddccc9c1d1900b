import type { ProviderModel } from '../provider.ts'

/** What a server lets us say of all its models. */
export interface ModelDescription {
  /** Where the model runs, as a sentence without its full stop. */
  readonly place: string
  /** Configured or reported; absent: guessed. */
  readonly contextTokens: number | undefined
  /** Reported; absent: known of a few by their names. */
  readonly seesImages?: boolean | undefined
}

/** Of models that OpenAI serves under these names, the smallest window. */
const openAiContextTokens = 128_000
/** What a server of today gives an unknown model without being asked for more. */
const unknownContextTokens = 32_768

/** A model of which little more than the id is known. */
export function describeModel(
  id: string,
  { place, contextTokens = guessedContextTokens(id), seesImages = guessedSight(id) }: ModelDescription,
): ProviderModel {
  return { id, name: id, isDemo: false, description: place, contextTokens, seesImages }
}

/** Of most models only their server knows; it refuses an image that its model can't see. */
function guessedSight(id: string): boolean | undefined {
  return /^(gpt-3\.5|gpt-4(-\d+)?$|o1-(mini|preview)|o3-mini|deepseek-(chat|reasoner))/.test(id) ? false : undefined
}

function guessedContextTokens(id: string): number {
  return /^(gpt-4o|gpt-4\.1|gpt-([5-9]|\d\d)|chatgpt-|o\d)/.test(id) ? openAiContextTokens : unknownContextTokens
}
