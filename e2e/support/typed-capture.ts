import { expect, type Locator, type Page } from '@playwright/test'
import { TransactionPage } from '../pages/transaction-page'
import { TransactionsPage } from '../pages/transactions-page'
import { providerIdOf, sandbox } from './journey'
import { orderReferenceOf, type JourneyPayment } from './journey-payments'

/** An open capture dialog with an entry of 40 and a reference, and what is to become of both. */
export class TypedCapture {
  readonly transaction: TransactionPage

  constructor(
    readonly page: Page,
    private readonly name: JourneyPayment,
  ) {
    this.transaction = new TransactionPage(page)
  }

  get dialog(): Locator {
    return this.transaction.dialog
  }

  get alert(): Locator {
    return this.dialog.getByRole('alert')
  }

  private get amount(): Locator {
    return this.dialog.getByRole('textbox', { name: /^Amount/ })
  }

  private get reference(): Locator {
    return this.dialog.getByLabel(/^Reference/)
  }

  async open(): Promise<void> {
    await new TransactionsPage(this.page).open(orderReferenceOf(this.name))
    await this.transaction.captureButton.click()
    await this.transaction.chooseMode('An amount')
    await this.amount.fill('40')
    await this.reference.fill('parcel 9')
  }

  async send(): Promise<void> {
    await this.transaction.sumButton(/^Capture NOK.40\.00$/).click()
  }

  /** The dialog is open with all that was typed. */
  async expectKept(): Promise<void> {
    await expect(this.amount).toHaveValue('40.00')
    await expect(this.reference).toHaveValue('parcel 9')
  }

  async expectCaptured(): Promise<void> {
    await expect(this.page.getByRole('heading', { name: /NOK.40\.00 captured/ })).toBeVisible()
    await expect(this.dialog).toBeHidden()
  }

  async expectCaptures(count: number): Promise<void> {
    const { events } = await sandbox().transaction(providerIdOf(this.name))
    expect(events.filter(({ event }) => event === 'CAPTURE')).toHaveLength(count)
  }
}
