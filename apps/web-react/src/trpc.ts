import type { AppRouter } from '@livetype/client'
import { createTRPCReact } from '@trpc/react-query'

/** One-shot queries. What is live goes through the chat store. */
export const trpc = createTRPCReact<AppRouter>()
