import type { Model } from '@livetype/protocol'
import { procedure, router } from '../trpc/trpc.ts'

/** The models a person can choose. */
export const modelRouter = router({
  list: procedure.query(({ ctx }): Promise<Model[]> => ctx.services.models.list()),
})
