import { readFile } from 'node:fs/promises'
import { strFromU8, unzipSync } from 'fflate'
import type { Page } from '@playwright/test'
import { SignInPage } from '../pages/sign-in-page'
import { TransactionPage } from '../pages/transaction-page'
import { sandbox } from '../support/journey'
import { importByWebhook } from '../support/send-webhook'
import { createTwoLines, openPayment } from '../support/two-lines'
import { expect, test } from '../support/test'

test('amount field: takes sums as people and pages write them (C8)', async ({ page }) => {
  await new SignInPage(page).signInAs('staff')
  const reference = `TYPED-SUMS-${Date.now()}`
  await createTwoLines(reference)
  await openPayment(page, reference)
  const transaction = new TransactionPage(page)
  await transaction.captureButton.click()
  await transaction.chooseMode('An amount')
  const amount = transaction.dialog.getByRole('textbox', { name: /^Amount/ })
  for (const typed of ['NOK 40.00', '40,00 kr', '40,-']) {
    await amount.fill('')
    await amount.fill(typed)
    await expect(transaction.sumButton(/^Capture NOK.40\.00$/)).toBeEnabled()
  }
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: /NOK.40\.00 captured/ })).toBeVisible()
})

/** Downloads the list that is shown, by the button of a kind of file. */
async function download(page: Page, button: string): Promise<Uint8Array> {
  await page.getByText('Export', { exact: true }).click()
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: button }).click()
  const file = await readFile(await (await coming).path())
  await page.keyboard.press('Escape')
  return file
}

test('export: opens right and runs nothing, and says which file is for what (C6, C7)', async ({
  page,
}) => {
  test.slow()
  const stamp = String(Date.now())
  const { id } = await sandbox().createTransaction({
    reference: `A;=1+1;${stamp}`,
    amount: 1_249_50,
    customer: {
      firstName: 'Ola;=HYPERLINK("http://x")',
      lastName: ';\uff1d1',
      email: 'o@example.com',
    },
  })
  const { id: numbered } = await sandbox().createTransaction({ reference: `0047${stamp}` })
  await importByWebhook(id, numbered)
  await new SignInPage(page).signInAs('admin')
  await page.goto(`/transactions?view=all&q=${stamp.slice(0, -1)}`)
  await expect(page.getByRole('row').filter({ hasText: stamp })).toHaveCount(2)
  await page.getByText('Export', { exact: true }).click()
  await expect(page.getByText('as Nordic and German settings expect')).toBeVisible()
  await expect(page.getByText('for accounting and other programs')).toBeVisible()
  await page.keyboard.press('Escape')

  const text = (file: Uint8Array) => new TextDecoder().decode(file)
  const spreadsheet = text(await download(page, 'CSV for spreadsheets'))
  expect(spreadsheet).toContain(';1249,50;')
  expect(spreadsheet).toContain(`'0047${stamp}`)
  const programs = text(await download(page, 'CSV for programs'))
  expect(programs).toContain(',1249.50,')
  for (const csv of [spreadsheet, programs]) {
    expect(csv).toContain(stamp)
    // A spreadsheet may take either sign between cells.
    expect(csv.split(/[,;\r\n]/).filter((cell) => /^["\s]*[=\uff1d]/.test(cell))).toEqual([])
  }
  const sheet = unzipSync(await download(page, 'Excel file (XLSX)'))['xl/worksheets/sheet1.xml']
  const cells = strFromU8(sheet ?? new Uint8Array())
  expect(cells).toMatch(/<v>1249\.50?<\/v>/)
  expect(cells).toContain(`>A;=1+1;${stamp}</t>`)
  expect(cells).not.toContain('<f>')
})
