import fc from 'fast-check'

/** One step of a history. A step that makes no sense where it stands does nothing. */
export type Operation =
  | { readonly type: 'start' | 'end' | 'rename'; readonly conversation: number }
  | { readonly type: 'write'; readonly conversation: number; readonly text: string; readonly isReasoning: boolean }
  | { readonly type: 'commit' | 'upkeep' | 'save' | 'restore' | 'raise' }
  | { readonly type: 'attach'; readonly follower: number; readonly conversation: number }
  | { readonly type: 'pull' | 'detach' | 'catch-up'; readonly follower: number }
  | { readonly type: 'read'; readonly log: number; readonly after: number; readonly limit: number }
  | { readonly type: 'prune'; readonly log: number; readonly through: number; readonly limit: number }
  /** `fresh`: the file is opened again; `copy`: a copy of the files as they are; `torn`: that with a part of its WAL. */
  | { readonly type: 'crash'; readonly how: 'fresh' | 'copy' | 'torn'; readonly keptPart: number }

const conversation = fc.nat({ max: 1 })
const follower = fc.nat({ max: 2 })
const log = fc.nat({ max: 2 })
/** From 0 to 1. */
const part = fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100)
const oneOf = <Type extends string>(...types: Type[]) => fc.constantFrom(...types)

/** Histories of up to `maxLength` steps, with writing and reading in their most. */
export const histories = (maxLength: number): fc.Arbitrary<Operation[]> =>
  fc.array(
    fc.oneof(
      { weight: 4, arbitrary: fc.record({ type: oneOf('start', 'end', 'rename'), conversation }) },
      {
        weight: 8,
        arbitrary: fc.record({
          type: oneOf('write'),
          conversation,
          text: fc.string({ minLength: 1, maxLength: 5 }),
          isReasoning: fc.boolean(),
        }),
      },
      { weight: 8, arbitrary: fc.record({ type: oneOf('commit') }) },
      { weight: 3, arbitrary: fc.record({ type: oneOf('attach'), follower, conversation }) },
      { weight: 6, arbitrary: fc.record({ type: oneOf('pull', 'pull', 'detach', 'catch-up'), follower }) },
      {
        weight: 2,
        arbitrary: fc.record({ type: oneOf('read'), log, after: part, limit: fc.integer({ min: 1, max: 9 }) }),
      },
      {
        weight: 2,
        arbitrary: fc.record({ type: oneOf('prune'), log, through: part, limit: fc.integer({ min: 1, max: 9 }) }),
      },
      { weight: 3, arbitrary: fc.record({ type: oneOf('upkeep', 'save', 'restore', 'raise') }) },
      {
        weight: 2,
        arbitrary: fc.record({ type: oneOf('crash'), how: oneOf('fresh', 'copy', 'torn'), keptPart: part }),
      },
    ),
    { minLength: 1, maxLength },
  )
