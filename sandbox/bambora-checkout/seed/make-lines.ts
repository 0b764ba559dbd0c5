import type { Prng } from '../../prng'
import { currencyOf } from '../currencies'
import type { InvoiceLine } from '../payment'

const VAT_PERCENT = 25
const GOODS = [
  ['LAMP-BR', 'Bordlampe, messing', 549],
  ['MUG-STONE', 'Krus, stentøj', 89],
  ['THROW-WOOL', 'Uldplaid', 699],
  ['VASE-SM', 'Vase, lille', 229],
  ['CHAIR-OAK', 'Spisebordsstol, eg', 1495],
  ['TRAY-RND', 'Bakke, rund', 249],
] as const

/** An order of one to three goods, with prices in the currency's precision. */
export function makeLines(prng: Prng, currency: string): readonly InvoiceLine[] {
  const unit = 10 ** currencyOf(currency).minorunits
  return Array.from({ length: prng.int(1, 3) }, (_, index) => {
    const [id, description, price] = prng.pick(GOODS)
    const quantity = prng.int(1, 3)
    const inclVat = price * unit * quantity
    const vat = Math.round((inclVat * VAT_PERCENT) / (100 + VAT_PERCENT))
    return {
      id,
      linenumber: String(index + 1),
      description,
      text: description,
      quantity,
      unit: 'stk.',
      vat: VAT_PERCENT,
      totalprice: inclVat - vat,
      totalpriceinclvat: inclVat,
      totalpricevatamount: vat,
    }
  })
}
