import { methodLabel, type MethodKind } from '@/lib/format/methods'

/** How long a refund usually takes to reach the customer, where that is known. */
const USUALLY: Readonly<Partial<Record<MethodKind, string>>> = {
  invoice: 'within 1 to 3 business days',
  wallet: 'within 1 to 3 business days',
  card: 'within 3 to 10 business days',
}

/** "through Klarna, usually within 1 to 3 business days" */
export function refundArrival(method: string): string {
  const { name, kind } = methodLabel(method)
  const usually = USUALLY[kind]
  return `through ${name}${usually === undefined ? '' : `, usually ${usually}`}`
}
