import { expect, test as plain, type BrowserContext } from '@playwright/test'
import { choosePayments } from './second-try'

export { expect }

interface Fixtures {
  payments: undefined
  violatesPolicy: boolean
  closedWindows: undefined
  policyWatch: undefined
}

/**
 * The test of the browser stories. It fails when a page did anything that its Content Security
 * Policy forbids, in any window of the test.
 */
export const test = plain.extend<Fixtures>({
  payments: [
    async ({}, use, { retry, workerIndex }) => {
      await choosePayments(retry === 0 ? null : `AGAIN-${workerIndex}`)
      await use(undefined)
    },
    { auto: true },
  ],
  /** Closes what a test leaves open: its pages would go on polling and slow down the next test. */
  closedWindows: [
    async ({ browser }, use) => {
      await use(undefined)
      await Promise.all(browser.contexts().map((context) => context.close()))
    },
    { auto: true },
  ],
  /** Whether the test does on purpose what the policy forbids. */
  violatesPolicy: [false, { option: true }],
  policyWatch: [
    async ({ browser, violatesPolicy }, use) => {
      const violations: string[] = []
      const watch = (context: BrowserContext) => {
        context.on('console', (message) => {
          if (/content security policy/i.test(message.text())) violations.push(message.text())
        })
      }
      browser.on('context', watch)
      browser.contexts().forEach(watch)
      await use(undefined)
      browser.off('context', watch)
      if (!violatesPolicy)
        expect(violations, 'what the Content Security Policy forbade').toEqual([])
    },
    { auto: true },
  ],
})
