import fc from 'fast-check'

/** How a reply ends; `truncated`: its model left it at a limit. */
export type End = 'completed' | 'truncated' | 'stopped' | 'failed'

/** One of a conversation's replies: the newest that the step can be done with, or as many before it, counted round. */
interface OfReply {
  readonly conversation: number
  readonly reply: number
}

/** One step of a history. A step that makes no sense where it stands does nothing; to write begins a conversation. */
export type Operation =
  | { readonly type: 'rename'; readonly conversation: number }
  /** `count`: by so many replies at once. */
  | { readonly type: 'start'; readonly conversation: number; readonly isQueued: boolean; readonly count: number }
  | ({ readonly type: 'choose' } & OfReply)
  | ({ readonly type: 'continue'; readonly isQueued: boolean } & OfReply)
  /** `turn`: what was queued begins; `undo`: what a reply was continued with last is taken back. */
  | ({ readonly type: 'turn' | 'undo' } & OfReply)
  | ({ readonly type: 'write'; readonly text: string; readonly isReasoning: boolean } & OfReply)
  | ({ readonly type: 'end'; readonly how: End } & OfReply)
  /** `which`: of the queued messages, counted round. */
  | {
      readonly type: 'queue'
      readonly conversation: number
      readonly step: 'add' | 'edit' | 'remove' | 'hold' | 'send'
      readonly which: number
    }
  | { readonly type: 'commit' | 'save' | 'restore' | 'raise' }
  | { readonly type: 'attach'; readonly follower: number; readonly conversation: number }
  | { readonly type: 'pull' | 'detach' | 'catch-up'; readonly follower: number }
  | { readonly type: 'read'; readonly log: number; readonly after: number; readonly limit: number }
  | { readonly type: 'prune'; readonly log: number; readonly through: number; readonly limit: number }
  /** `isLater`: it comes when what has ended so far was replayable for long enough. */
  | { readonly type: 'upkeep'; readonly isLater: boolean }
  /** `fresh`: the file is opened again; `copy`: a copy of the files as they are; `torn`: that with a part of its WAL. */
  | { readonly type: 'crash'; readonly how: 'fresh' | 'copy' | 'torn'; readonly keptPart: number }

/** Mostly the same one, so that much happens to it. */
const conversation = fc.constantFrom(0, 0, 0, 1)
const follower = fc.nat({ max: 2 })
const log = fc.nat({ max: 2 })
/** Mostly the newest. */
const reply = fc.constantFrom(0, 0, 0, 1, 2)
/** One in four. */
const isQueued = fc.constantFrom(false, false, false, true)
const count = fc.constantFrom(1, 1, 1, 3)
/** From 0 to 1. */
const part = fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100)
const oneOf = <Type extends string>(...types: Type[]) => fc.constantFrom(...types)

/** Histories of up to `maxLength` steps, with writing and reading in their most. */
export const histories = (maxLength: number): fc.Arbitrary<Operation[]> =>
  fc.array(
    fc.oneof(
      { weight: 1, arbitrary: fc.record({ type: oneOf('rename'), conversation }) },
      { weight: 3, arbitrary: fc.record({ type: oneOf('start'), conversation, isQueued, count }) },
      { weight: 6, arbitrary: fc.record({ type: oneOf('continue'), conversation, reply, isQueued }) },
      { weight: 3, arbitrary: fc.record({ type: oneOf('turn', 'undo', 'undo', 'choose'), conversation, reply }) },
      {
        weight: 12,
        arbitrary: fc.record({
          type: oneOf('write'),
          conversation,
          reply,
          text: fc.string({ minLength: 1, maxLength: 5 }),
          isReasoning: fc.boolean(),
        }),
      },
      {
        weight: 6,
        arbitrary: fc.record({
          type: oneOf('end'),
          conversation,
          reply,
          how: oneOf('completed', 'truncated', 'stopped', 'stopped', 'failed'),
        }),
      },
      {
        weight: 4,
        arbitrary: fc.record({
          type: oneOf('queue'),
          conversation,
          step: oneOf('add', 'add', 'edit', 'remove', 'hold', 'send'),
          which: reply,
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
      { weight: 3, arbitrary: fc.record({ type: oneOf('upkeep'), isLater: fc.boolean() }) },
      { weight: 3, arbitrary: fc.record({ type: oneOf('save', 'save', 'restore', 'raise') }) },
      {
        weight: 2,
        arbitrary: fc.record({ type: oneOf('crash'), how: oneOf('fresh', 'copy', 'torn'), keptPart: part }),
      },
    ),
    // By itself the size of a test would keep them to a dozen steps, whatever may be.
    { minLength: 1, maxLength, size: 'max' },
  )
