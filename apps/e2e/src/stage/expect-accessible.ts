import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** A menu that is open belongs to its button, not to a landmark: it stands at the end of the page only to lie on top. */
const isOpenMenu = (rule: string, html: string) => rule === 'region' && html.includes('data-scope="menu"')

/** Fails where axe finds anything wrong with the page as it stands; says what, where and why. */
export async function expectAccessible(page: Page, state: string): Promise<void> {
  // Colours in the middle of a transition are nobody's choice.
  await page.evaluate(() =>
    Promise.all(
      document
        .getAnimations()
        .filter((animation) => animation.effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY)
        .map((animation) => animation.finished.catch(() => undefined)),
    ),
  )
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze()
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes
      .filter((node) => !isOpenMenu(id, node.html))
      .map(({ target, failureSummary }) => `${id}: ${help}\n  ${target.join(' ')}\n  ${failureSummary}`),
  )
  expect(found, `what axe finds: ${state}`).toEqual([])
}
