import { isPermitted, ROLES } from '@/lib/domain/access/permission'
import type { OperationKind } from '@/lib/domain/operation/operation'
import { TransactionPage } from '../pages/transaction-page'
import { TransactionsPage } from '../pages/transactions-page'
import { personAs } from '../support/in-review'
import { orderReferenceOf } from '../support/journey-payments'
import { expect, test } from '../support/test'

const BUTTONS = { capture: 'Capture', refund: 'Refund' } as const
const MENU = {
  void: 'Void',
  update_authorization: 'Add item',
  extend_authorization: 'Extend time',
} as const

for (const role of ROLES) {
  test(`roles: ${role} see what they can do, and which role can do the rest`, async ({
    browser,
  }) => {
    const page = await personAs(browser, role)
    await new TransactionsPage(page).open(orderReferenceOf('roles'))
    const transaction = new TransactionPage(page)
    const main = page.getByRole('main')
    const may = (kind: OperationKind) => isPermitted(role, `operate:${kind}`)

    for (const [kind, name] of Object.entries(BUTTONS)) {
      const button = page.getByRole('button', { name, exact: true })
      await (may(kind as OperationKind)
        ? expect(button).toBeEnabled()
        : expect(button).toBeDisabled())
    }
    await expect(main.getByText(/may not capture\. Ask Merchant staff or Admin\./)).toHaveCount(
      may('capture') ? 0 : 1,
    )
    await expect(main.getByText(/may not refund\. Ask Support or Admin\./)).toHaveCount(
      may('refund') ? 0 : 1,
    )
    await transaction.openMenu()
    for (const [kind, name] of Object.entries(MENU)) {
      const item = page.getByRole('button', { name, exact: true })
      await (may(kind as OperationKind) ? expect(item).toBeEnabled() : expect(item).toBeDisabled())
    }
  })
}
