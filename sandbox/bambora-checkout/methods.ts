/** The fields of a payment method in a transaction (fact sheet §6.1, §6.5). */
export interface Method {
  readonly typeId: number
  readonly groupId: number
  readonly displayName: string
  readonly wallet: string | null
  readonly acquirer: string
  /** An invoice partner, which keeps order lines (§7.5). */
  readonly isInvoice: boolean
}

function card(typeId: number, groupId: number, displayName: string): Method {
  return { typeId, groupId, displayName, wallet: null, acquirer: 'Nets', isInvoice: false }
}

export const METHODS: Readonly<Record<string, Method>> = {
  dankort: card(1, 1, 'Dankort'),
  visa: card(2, 2, 'Visa'),
  mastercard: card(3, 3, 'Mastercard'),
  maestro: card(4, 4, 'Maestro'),
  jcb: card(5, 5, 'JCB'),
  amex: card(7, 6, 'American Express'),
  mobilepay: { ...card(2, 2, 'Visa'), wallet: 'MobilePay' },
  vipps: { ...card(3, 3, 'Mastercard'), wallet: 'Vipps' },
  applepay: { ...card(3, 3, 'Mastercard'), wallet: 'ApplePay' },
  walley: {
    typeId: 40,
    groupId: 19,
    displayName: 'Walley',
    wallet: null,
    acquirer: 'Walley',
    isInvoice: true,
  },
}

/** The method with this name. Throws for an unknown one. */
export function methodOf(name: string): Method {
  const method = METHODS[name]
  if (method === undefined) throw new Error(`no method ${name}`)
  return method
}
