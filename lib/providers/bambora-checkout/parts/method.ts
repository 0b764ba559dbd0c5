import type { BamboraTransaction } from '../schema'

const WALLEY_GROUP = '19'
const WALLEY_TYPE = '40'
/** Partners that want order lines back; the older names belong to Walley today (fact sheet §7.5). */
const INVOICE_NAMES: readonly (readonly [inName: string, method: string])[] = [
  ['walley', 'bambora.walley'],
  ['collector', 'bambora.walley'],
  ['lindorff', 'bambora.walley'],
  ['klarna', 'bambora.klarna'],
]

/** The method code of a payment: its wallet if it came through one, else its invoice or card brand. */
export function methodOf({ information }: BamboraTransaction): string {
  const wallet = information?.wallets.find(({ name }) => name)?.name
  if (wallet) return `bambora.${slug(wallet)}`
  const type = information?.paymenttypes[0]
  if (type === undefined) return 'bambora.unknown'
  if (type.groupid === WALLEY_GROUP && type.id === WALLEY_TYPE) return 'bambora.walley'
  const name = (type.displayname ?? '').toLowerCase()
  const invoice = INVOICE_NAMES.find(([part]) => name.includes(part))
  return invoice?.[1] ?? `bambora.${slug(name) || 'unknown'}`
}

/** True when a method is an invoice, whose captures have lines that can be read (§6.4). */
export function isInvoice(method: string): boolean {
  return INVOICE_NAMES.some(([, code]) => code === method)
}

function slug(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^_+|_+$/g, '')
}
