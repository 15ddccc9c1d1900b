import { type Configuration, configurationSchema, isUnset } from '@livetype/protocol'

/** What is set for the conversation to come, as it was kept; nothing where that is not of our making. */
export function configurationOf(kept: string | null): Configuration {
  if (!kept) return {}
  try {
    const parsed = configurationSchema.safeParse(JSON.parse(kept))
    return parsed.success ? parsed.data : {}
  } catch {
    return {}
  }
}

/** What is to be kept of a configuration; null where it sets nothing. */
export function keptConfiguration(configuration: Configuration): string | null {
  return isUnset(configuration) ? null : JSON.stringify(configuration)
}
