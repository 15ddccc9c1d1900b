/** How many runs may be made at once, and how many may wait. All are at least 1, but for what may wait: at least 0. */
export interface RunLimits {
  /** At once, on the whole server. */
  readonly maxRuns: number
  /** At once, of one owner. */
  readonly maxRunsPerOwner: number
  /** Waiting, of one owner. */
  readonly maxQueuedRunsPerOwner: number
}

/** Which runs have a slot and which wait for one: first come, first served within an owner; owners take turns (RUN7). */
export interface RunQueue {
  /** Takes a run in: it has a slot at once, or it waits, or neither, where too many of its owner wait. */
  admit(run: { readonly runId: string; readonly ownerId: string }): 'started' | 'queued' | 'refused'
  /** Takes a run out, with or without a slot; returns the runs that have one now, in the order in which they got it. */
  leave(runId: string): string[]
}

interface OwnerRuns {
  startedCount: number
  /** Ids of the runs that wait, the first come first. */
  readonly waiting: Set<string>
}

/** Makes an empty queue. It knows no time and starts nothing itself. */
export function createRunQueue(limits: RunLimits): RunQueue {
  const { maxRuns, maxRunsPerOwner, maxQueuedRunsPerOwner } = limits
  const ownerOfRun = new Map<string, string>()
  /** Those who have runs. Whose turn comes first stands first. */
  const owners = new Map<string, OwnerRuns>()
  let startedCount = 0

  const mayStart = (owner: OwnerRuns) => startedCount < maxRuns && owner.startedCount < maxRunsPerOwner

  const take = (owner: OwnerRuns) => {
    owner.startedCount += 1
    startedCount += 1
  }

  /** Gives a free slot to the next whose turn it is; undefined where nobody can use one. */
  const next = (): string | undefined => {
    if (startedCount >= maxRuns) return undefined
    for (const [ownerId, owner] of owners) {
      const [runId] = owner.waiting
      if (runId === undefined || !mayStart(owner)) continue
      owner.waiting.delete(runId)
      take(owner)
      owners.delete(ownerId)
      owners.set(ownerId, owner)
      return runId
    }
    return undefined
  }

  return {
    admit({ runId, ownerId }) {
      const owner = owners.get(ownerId) ?? { startedCount: 0, waiting: new Set() }
      const isStarted = owner.waiting.size === 0 && mayStart(owner)
      if (!isStarted && owner.waiting.size >= maxQueuedRunsPerOwner) return 'refused'
      owners.set(ownerId, owner)
      ownerOfRun.set(runId, ownerId)
      if (isStarted) take(owner)
      else owner.waiting.add(runId)
      return isStarted ? 'started' : 'queued'
    },
    leave(runId) {
      const ownerId = ownerOfRun.get(runId)
      const owner = ownerId === undefined ? undefined : owners.get(ownerId)
      if (ownerId === undefined || !owner) return []
      ownerOfRun.delete(runId)
      if (!owner.waiting.delete(runId)) {
        owner.startedCount -= 1
        startedCount -= 1
      }
      if (owner.startedCount === 0 && owner.waiting.size === 0) owners.delete(ownerId)
      const started: string[] = []
      for (let id = next(); id !== undefined; id = next()) started.push(id)
      return started
    },
  }
}
