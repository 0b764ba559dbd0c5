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

  /** The field for a new note. */
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

  /** The button that opens request and response of an operation. */
  detailsOf(kind: string): Locator {
    return this.history.getByRole('button', { name: new RegExp(`^Details ${kind}`) })
  }

  /** Opens the dialog and submits with the button that shows the amount. */
  async capture(): Promise<void> {
    await this.captureButton.click()
    await this.dialog.getByRole('button', { name: /^Capture .*\d/ }).click()
  }

  async openMenu(): Promise<void> {
    await this.page.getByRole('button', { name: 'More', exact: true }).click()
  }

  /** Opens the dialog of a menu entry. */
  async openFromMenu(name: MenuEntry): Promise<void> {
    await this.openMenu()
    await this.page.getByRole('button', { name, exact: true }).click()
    await this.dialog.waitFor()
  }

  /** Chooses the mode of the amount in the open dialog. */
  async chooseMode(name: 'Everything left' | 'Choose lines' | 'An amount'): Promise<void> {
    await this.dialog.getByText(name, { exact: true }).click()
  }

  /** The quantity field of a line in the open dialog. */
  quantityOf(line: string): Locator {
    return this.dialog.getByRole('textbox', { name: `Quantity of ${line}` })
  }

  /** The button with the amount in the open dialog. */
  sumButton(words: RegExp): Locator {
    return this.dialog.getByRole('button', { name: words })
  }
}
