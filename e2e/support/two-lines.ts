import type { Page } from '@playwright/test'
import type { z } from 'zod'
import type { creationSchema } from '@/sandbox/dintero/control/creation-schema'
import { sandbox } from './journey'
import { importByWebhook } from './send-webhook'

type Options = Omit<z.input<typeof creationSchema>, 'count' | 'reference' | 'items'>

/** Three socks for 99.00 and their delivery for 49.00. */
export const TWO_LINES = [
  {
    line_id: '1',
    description: 'Wool socks',
    quantity: 3,
    amount: 99_00,
    vat: 25,
    vat_amount: 19_80,
  },
  {
    line_id: '2',
    description: 'Home delivery',
    quantity: 1,
    amount: 49_00,
    vat: 25,
    vat_amount: 9_80,
    type: 'shipping',
  },
] as const

/** Creates a payment of 148.00 with two lines and brings it in; returns the provider's id. */
export async function createTwoLines(reference: string, options: Options = {}): Promise<string> {
  const { id } = await sandbox().createTransaction({ ...options, reference, items: [...TWO_LINES] })
  await importByWebhook(id)
  return id
}

/** Opens the page of the payment with this order reference. */
export async function openPayment(page: Page, reference: string): Promise<void> {
  await page.goto(`/transactions?q=${encodeURIComponent(reference)}`)
  await page.waitForURL(/\/transactions\/[0-9a-f-]{36}/)
}
