import type { Page } from '@playwright/test'

/** Keeps a page's requests to a procedure from reaching the server until they are let go. */
export async function holdRequests(page: Page, procedure: string): Promise<{ release(): void }> {
  const gate = Promise.withResolvers<void>()
  await page.route(new RegExp(`/trpc/[^?]*${procedure}`), async (route) => {
    await gate.promise
    await route.continue()
  })
  return { release: () => gate.resolve() }
}
