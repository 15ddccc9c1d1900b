import { type SearchResults, searchQuerySchema } from '@livetype/protocol'
import { procedure, router } from '../trpc/trpc.ts'

/** Finding what was said. */
export const searchRouter = router({
  query: procedure
    .input(searchQuerySchema)
    .query(({ ctx, input }): Promise<SearchResults> => ctx.services.database.search.find(ctx.ownerId, input)),
})
