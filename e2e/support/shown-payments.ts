/** The lines of the orders in the screenshots. */
const ORDER_LINES = [
  {
    line_id: '1',
    id: 'FJ-2041',
    description: 'Rain jacket, sage green, M',
    quantity: 1,
    amount: 1_299_00,
    vat: 25,
    vat_amount: 259_80,
  },
  {
    line_id: '2',
    id: 'FJ-1187',
    description: 'Wool socks',
    quantity: 3,
    amount: 447_00,
    vat: 25,
    vat_amount: 89_40,
  },
  {
    line_id: '3',
    description: 'Home delivery',
    quantity: 1,
    amount: 99_00,
    vat: 25,
    vat_amount: 19_80,
    type: 'shipping',
  },
]

const customer = (firstName: string, lastName: string) => ({
  firstName,
  lastName,
  email: `${firstName.toLowerCase()}@example.com`,
})

/** The payments of the screenshots. */
export const SHOWN_PAYMENTS = {
  'shown-authorized': { items: ORDER_LINES, customer: customer('Kari', 'Haugen') },
  'shown-partly': {
    items: ORDER_LINES,
    customer: customer('Ola', 'Bakken'),
    status: 'PARTIALLY_CAPTURED',
  },
  'shown-captured': {
    items: ORDER_LINES,
    customer: customer('Nora', 'Lund'),
    status: 'CAPTURED',
  },
  'shown-done': { items: ORDER_LINES, customer: customer('Amir', 'Rahimi') },
  'shown-refused': {
    items: ORDER_LINES,
    customer: customer('Liv', 'Solberg'),
    behaviour: 'refuse-capture',
  },
  'shown-checking': { items: ORDER_LINES, customer: customer('Erik', 'Moen') },
  'shown-pending': { items: ORDER_LINES, customer: customer('Sara', 'Nygaard') },
  'shown-review': { amount: 15_400_00, customer: customer('Tuva', 'Berge') },
  'shown-unread': { items: ORDER_LINES, customer: customer('Jonas', 'Vik') },
  'shown-contradictory': {
    items: ORDER_LINES,
    customer: customer('Maja', 'Dahl'),
    status: 'CAPTURED',
  },
} as const

type ShownPayment = keyof typeof SHOWN_PAYMENTS

export const SHOWN_REFERENCES: Readonly<Record<ShownPayment, string>> = {
  'shown-authorized': 'ORD-20418',
  'shown-partly': 'ORD-20411',
  'shown-captured': 'ORD-20397',
  'shown-done': 'ORD-20404',
  'shown-refused': 'ORD-20409',
  'shown-checking': 'ORD-20415',
  'shown-pending': 'ORD-20416',
  'shown-review': 'ORD-20402',
  'shown-unread': 'ORD-20388',
  'shown-contradictory': 'ORD-20391',
}

export function isShown(name: string): name is ShownPayment {
  return Object.hasOwn(SHOWN_PAYMENTS, name)
}
