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

const PHONE = { width: 390, height: 844 }

/**
 * Does so as the page is, and on a phone in the dark, where nothing may stand outside the screen either.
 * The page stands as before afterwards.
 */
export async function expectAccessibleEverywhere(page: Page): Promise<void> {
  await expectAccessible(page)
  const size = page.viewportSize()
  await page.setViewportSize(PHONE)
  await page.emulateMedia({ colorScheme: 'dark' })
  // Colours fade into others.
  await page.evaluate(async () => {
    const fading = document.getAnimations().filter((one) => one instanceof CSSTransition)
    await Promise.allSettled(fading.map(({ finished }) => finished))
  })
  expect(await findViolations(page), 'on a phone in the dark').toEqual([])
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(overflow).toBe(0)
  await page.emulateMedia({ colorScheme: null })
  if (size !== null) await page.setViewportSize(size)
}
