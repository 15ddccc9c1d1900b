import type { StoredValue } from './stored-value.ts'

/** Most models that answer at once; the protocol has the same limit (RUN11). */
export const maxComparedModels = 4

/** No id of a model has one. */
const separator = '\n'

/** The models that were chosen to answer side by side, those that are still there; none where fewer than two are. */
export function comparedModels<Model extends { readonly id: string }>(
  stored: string | null,
  models: readonly Model[],
): readonly Model[] {
  const compared = (stored ?? '').split(separator).flatMap((id) => models.find((model) => model.id === id) ?? [])
  return compared.length > 1 ? compared.slice(0, maxComparedModels) : []
}

/** Keeps the choice of models that answer side by side, the same one twice perhaps; fewer than two end it. */
export function keepComparison(value: StoredValue, modelIds: readonly string[]): void {
  value.set(modelIds.length > 1 ? modelIds.slice(0, maxComparedModels).join(separator) : null)
}
