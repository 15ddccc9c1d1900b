import { type ChangeSettings, defaultSettings, isSameSettings, type Settings, withChanges } from '@livetype/protocol'
import type { ChatApi } from './chat-api.ts'
import type { ChatStore } from './chat-store.ts'
import type { Retry } from './retry.ts'
import type { Workspace } from './workspace.ts'

interface SettingsKeeperOptions {
  readonly api: Pick<ChatApi, 'changeSettings'>
  readonly retry: Retry
  readonly workspace: Pick<Workspace, 'state' | 'cursor'>
  /** What holds until the server has told. */
  readonly initial: Settings | undefined
  /** The settings may be others: to be shown now. */
  onChange(): void
}

/** The settings: what the log tells, and over it what was just chosen here. */
export interface SettingsKeeper extends Pick<ChatStore, 'changeSettings'> {
  view(previous: Settings | undefined): Settings
  /** The log, or a snapshot of it, has told of settings. */
  hear(): void
}

/** What was chosen here, shown until the log has told of it. */
interface Change {
  readonly choices: ChangeSettings
  isTaken: boolean
  isTold: boolean
}

/** @see SettingsKeeper */
export function createSettingsKeeper(options: SettingsKeeperOptions): SettingsKeeper {
  const { api, retry, workspace, initial = defaultSettings } = options
  let changes: readonly Change[] = []
  let last: Promise<unknown> = Promise.resolve()

  const told = () => (workspace.cursor === null ? initial : workspace.state.settings)
  const isTold = ({ choices }: Change) => isSameSettings(told(), withChanges(told(), choices))
  const forgetDone = () => {
    changes = changes.filter((change) => !(change.isTaken && change.isTold))
  }

  return {
    view(previous) {
      const settings = changes.reduce((before: Settings, { choices }) => withChanges(before, choices), told())
      return previous && isSameSettings(previous, settings) ? previous : settings
    },
    hear() {
      // Once it is taken, whatever the log says next has seen it.
      for (const change of changes) change.isTold ||= change.isTaken || isTold(change)
      forgetDone()
    },
    async changeSettings(choices) {
      const change: Change = { choices, isTaken: false, isTold: false }
      changes = [...changes, change]
      options.onChange()
      // One after the other, so that what was chosen last is taken last.
      const done = last.catch(() => undefined).then(() => retry.run(() => api.changeSettings(choices)))
      last = done
      try {
        await done
        change.isTaken = true
        change.isTold ||= isTold(change)
        forgetDone()
      } catch (error) {
        changes = changes.filter((other) => other !== change)
        throw error
      } finally {
        options.onChange()
      }
    },
  }
}
