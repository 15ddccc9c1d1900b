/** What a reply is to be like: a name, an optional count and settings. */
export interface Scenario {
  readonly name: string
  readonly count: number | undefined
  readonly settings: ReadonlyMap<string, string>
}

const directive = /\[\[mock-([^\]]+)\]\]/

/**
 * Reads a scenario from a model's name, `mock-<name>[:<count>][;<key>=<value>]…`, such as `mock-words:500;delay=5`.
 * A directive in the last user message wins: `[[mock-stall:3]]`. Anything else echoes.
 */
export function parseScenario(model: string, lastUserText: string): Scenario {
  const spec = directive.exec(lastUserText)?.[1] ?? /^mock-(.+)$/.exec(model)?.[1] ?? 'echo'
  const [head = '', ...pairs] = spec.split(';')
  const [name = 'echo', count] = head.split(':')
  const settings = new Map(pairs.map((pair) => [pair.split('=')[0] ?? '', pair.split('=')[1] ?? '']))
  return { name, count: count === undefined ? undefined : Number(count), settings }
}

/** A setting as a number, or `fallback`. */
export function numberSetting(scenario: Scenario, key: string, fallback: number): number {
  const value = Number(scenario.settings.get(key))
  return scenario.settings.has(key) && Number.isFinite(value) ? value : fallback
}
