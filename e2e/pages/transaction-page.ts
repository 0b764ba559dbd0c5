import type { Locator, Page } from '@playwright/test'

type MenuEntry =
  'Void' | 'Add item' | 'Extend time' | 'Charge again' | 'Pay out' | 'Confirm transfer'

/** The page of one transaction. */
export class TransactionPage {
  constructor(readonly page: Page) {}

  get captureButton(): Locator {
    return this.page.getByRole('button', { name: 'Capture', exact: true })
  }

  get refundButton(): Locator {
    return this.page.getByRole('button', { name: 'Refund', exact: true })
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog')
  }

  get history(): Locator {
    return this.page.getByRole('region', { name: 'History' })
  }

  /** Where a note is written. */
  get note(): Locator {
    return this.history.getByLabel('Write a note')
  }

  get addNote(): Locator {
    return this.history.getByRole('button', { name: 'Add note' })
  }

  async writeNote(text: string): Promise<void> {
    await this.note.fill(text)
    await this.addNote.click()
  }

  /** What opens the request and answer of an operation. */
  detailsOf(kind: string): Locator {
    return this.history.getByRole('button', { name: new RegExp(`^Details ${kind}`) })
  }

  /** Opens the dialog and presses the button that carries the sum. */
  async capture(): Promise<void> {
    await this.captureButton.click()
    await this.dialog.getByRole('button', { name: /^Capture .*\d/ }).click()
  }

  async openMenu(): Promise<void> {
    await this.page.getByRole('button', { name: 'More', exact: true }).click()
  }

  /** Opens the dialog of an entry of the menu. */
  async openFromMenu(name: MenuEntry): Promise<void> {
    await this.openMenu()
    await this.page.getByRole('button', { name, exact: true }).click()
    await this.dialog.waitFor()
  }

  /** Chooses in the open dialog how much. */
  async chooseMode(name: 'Everything left' | 'Choose lines' | 'An amount'): Promise<void> {
    await this.dialog.getByText(name, { exact: true }).click()
  }

  /** How many of a line are taken, in the open dialog. */
  quantityOf(line: string): Locator {
    return this.dialog.getByRole('textbox', { name: `Quantity of ${line}` })
  }

  /** The button of the open dialog that carries the sum. */
  sumButton(words: RegExp): Locator {
    return this.dialog.getByRole('button', { name: words })
  }
}
