import type { AttachmentLimits } from '@livetype/protocol'
import { procedure, router } from '../trpc/trpc.ts'

/** What a client has to know before it uploads. The bytes themselves travel over file-routes.ts. */
export const fileRouter = router({
  limits: procedure.query(({ ctx }): AttachmentLimits => ctx.services.attachmentLimits),
})
