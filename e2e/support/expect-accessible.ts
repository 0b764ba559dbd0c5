import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** The rules of axe, of any weight, that the page breaks, each with the offending elements. */
export async function findViolations(page: Page): Promise<(readonly [string, string[]])[]> {
  // Only what breaks a rule is gathered: a list of passes as long as the page takes most of the time.
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .analyze()
  return violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)] as const)
}

/** Fails with the offending elements when axe finds anything. */
export async function expectAccessible(page: Page): Promise<void> {
  expect(await findViolations(page)).toEqual([])
}
