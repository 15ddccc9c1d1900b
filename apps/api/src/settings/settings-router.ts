import { workspaceLog } from '@livetype/db'
import { changeSettingsSchema, isSameSettings, withChanges } from '@livetype/protocol'
import { procedure, router } from '../trpc/trpc.ts'

/** What an owner has chosen, on all devices. */
export const settingsRouter = router({
  /** Changes what is named; the rest stays. Changing to what is there already does nothing. */
  change: procedure.input(changeSettingsSchema).mutation(async ({ ctx, input }): Promise<void> => {
    const { database, turns } = ctx.services
    // The event has all settings: two changes at once must each see the other's.
    await turns.take(`settings/${ctx.ownerId}`, async () => {
      const before = await database.settings(ctx.ownerId)
      const settings = withChanges(before, input)
      if (isSameSettings(before, settings)) return
      await database.log.append([{ log: workspaceLog(ctx.ownerId), event: { type: 'settings-changed', settings } }])
    })
  }),
})
