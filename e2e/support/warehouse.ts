import { importByWebhook } from './send-webhook'
import { sandbox } from './journey'

/** Two jackets and their shipping, with the SKUs of a warehouse. */
const JACKETS = [
  {
    line_id: '1',
    id: 'FJ-2041',
    description: 'Rain jacket',
    quantity: 2,
    amount: 800_00,
    vat: 25,
    vat_amount: 160_00,
  },
  {
    line_id: '2',
    id: 'FJ-FRAKT',
    description: 'Home delivery',
    quantity: 1,
    amount: 99_00,
    vat: 25,
    vat_amount: 19_80,
  },
]

interface Order {
  readonly reference: string
  readonly providerId: string
}

type Options = Parameters<ReturnType<typeof sandbox>['createTransaction']>[0]

/** Creates orders of 100,00 each, unless told otherwise, and brings them into the list. */
export async function addOrders(
  prefix: string,
  count: number,
  options: Options = { amount: 100_00 },
): Promise<readonly Order[]> {
  const orders: Order[] = []
  for (let number = 1; number <= count; number++) {
    const reference = `${prefix}-${String(number).padStart(2, '0')}`
    const { id } = await sandbox().createTransaction({ reference, ...options })
    orders.push({ reference, providerId: id })
  }
  await importByWebhook(...orders.map(({ providerId }) => providerId))
  return orders
}

/** A warehouse's day: the file, and the rows of each verdict that its rehearsal finds. */
export interface WarehouseDay {
  readonly csv: string
  readonly verdicts: Readonly<Record<string, number>>
  readonly whole: readonly Order[]
  readonly byLines: Order
  readonly byAmount: Order
}

/** Sixty lines with every kind of bad row, as Excel saves them: with semicolons and a decimal comma. */
export async function addWarehouseDay(prefix: string): Promise<WarehouseDay> {
  const whole = await addOrders(`${prefix}-ALL`, 40)
  const [byLines, badSku] = (await addOrders(`${prefix}-LINES`, 2, { items: JACKETS })) as [
    Order,
    Order,
  ]
  const [byAmount, badAmount, badCurrency, tooMuch] = (await addOrders(`${prefix}-SUM`, 4)) as [
    Order,
    Order,
    Order,
    Order,
  ]
  const captured = await addOrders(`${prefix}-GONE`, 3, { amount: 100_00, status: 'CAPTURED' })
  const line = (order: string, cells: Readonly<Record<string, string>> = {}) =>
    [order, cells['sku'], cells['quantity'], cells['amount'], cells['currency'], cells['note']]
      .map((cell) => cell ?? '')
      .join(';')
  const lines = [
    ...whole.map(({ reference }, index) => line(reference, { note: `SHIP-${String(index)}` })),
    line(byLines.reference, { sku: 'FJ-2041', quantity: '1' }),
    line(byLines.reference, { sku: 'FJ-FRAKT', quantity: '1' }),
    line(badSku.reference, { sku: 'NO-SUCH', quantity: '1' }),
    line(byAmount.reference, { amount: '40,50' }),
    line(badAmount.reference, { amount: 'forty' }),
    line(badCurrency.reference, { amount: '10,00', currency: 'SEK' }),
    line(tooMuch.reference, { amount: '100,01' }),
    ...captured.map(({ reference }) => line(reference)),
    ...whole.slice(0, 4).map(({ reference }) => line(reference)),
    ...Array.from({ length: 6 }, (_, index) => line(`${prefix}-NOWHERE-${String(index)}`)),
  ]
  return {
    csv: `\uFEFFOrdrenummer;Varenummer;Antall;Beløp;Valuta;Referanse\r\n${lines.join('\r\n')}\r\n`,
    verdicts: {
      'Will be done': 42,
      'Already done': 3,
      'Not found': 6,
      'Twice in the batch': 4,
    },
    whole,
    byLines,
    byAmount,
  }
}
