import type { Page } from '@playwright/test'
import { TransactionPage } from '@/e2e/pages/transaction-page'

const LIMIT_MS = 30_000

/**
 * Milliseconds from one user's click on "Add note" until the note is on another user's page. The
 * pause lets clicks fall anywhere between two polls.
 */
export async function measureUpdate(writer: Page, reader: Page, pauseMs: number): Promise<number> {
  const text = `parcel ${crypto.randomUUID()}`
  const shown = reader.waitForFunction(
    (wanted) => document.querySelector('main')?.textContent.includes(wanted) === true && Date.now(),
    text,
    { polling: 'raf', timeout: LIMIT_MS },
  )
  const transaction = new TransactionPage(writer)
  await transaction.note.fill(text)
  await writer.waitForTimeout(pauseMs)
  const clicked = writer.evaluate(
    () =>
      new Promise<number>((resolve) => {
        document.addEventListener('click', () => resolve(Date.now()), { once: true, capture: true })
      }),
  )
  await transaction.addNote.click()
  return Number(await (await shown).jsonValue()) - (await clicked)
}
