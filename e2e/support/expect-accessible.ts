import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** The axe rules, of any impact, that the page violates, each with the elements. */
export async function findViolations(page: Page): Promise<(readonly [string, string[]])[]> {
  // The title of a page streams in after its address has changed.
  await page.waitForFunction(() => document.title !== '')
  // Only violations are gathered: listing the passes takes most of the time.
  const { violations } = await new AxeBuilder({ page })
    // In one run in the page itself: else all that was found goes to a blank page, which takes twice as long. The
    // difference is in frames of other origins, and no page has frames.
    .setLegacyMode()
    .options({
      resultTypes: ['violations'],
      // Off by default: people who speak to their computer name what they see.
      rules: { 'label-content-name-mismatch': { enabled: true } },
    })
    .analyze()
  return violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)] as const)
}

/** Fails with the elements of all axe violations. */
export async function expectAccessible(page: Page): Promise<void> {
  expect(await findViolations(page)).toEqual([])
}
