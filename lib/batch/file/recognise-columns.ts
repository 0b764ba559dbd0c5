import { BATCH_COLUMNS, type BatchColumn, type ColumnMapping } from '@/lib/domain/batch/batch'

/** Names of columns in the languages of the shops that we know, written as `nameKey` writes them. */
const NAMES: Readonly<Record<BatchColumn, readonly string[]>> = {
  order: [
    ...['order', 'ordernumber', 'orderno', 'ordernr', 'orderid', 'orderreference', 'orderref'],
    ...['merchantreference', 'salesorder', 'ordrenummer', 'ordrenr', 'ordre', 'ordreid'],
    ...['ordrereferanse', 'bestilling', 'bestillingsnummer', 'ordernummer', 'ordrenummer'],
    ...['bestallning', 'bestallningsnummer', 'tilaus', 'tilausnumero', 'tilausnro'],
    ...['bestellnummer', 'bestellnr', 'bestellung', 'auftrag', 'auftragsnummer', 'auftragsnr'],
  ],
  sku: [
    ...['sku', 'article', 'articlenumber', 'articleno', 'item', 'itemnumber', 'itemno', 'product'],
    ...['productnumber', 'productid', 'artikkel', 'artikkelnummer', 'artikkelnr', 'varenummer'],
    ...['varenr', 'produktnummer', 'produktnr', 'artikel', 'artikelnummer', 'artikelnr', 'artnr'],
    ...['tuote', 'tuotenumero', 'tuotekoodi'],
  ],
  line: [
    ...['line', 'lineid', 'lineno', 'linenumber', 'orderline', 'linje', 'linjenummer', 'linjenr'],
    ...['linjeid', 'ordrelinje', 'rad', 'radnummer', 'radnr', 'orderrad', 'rivi', 'rivinumero'],
    ...['zeile', 'position', 'positionsnummer', 'posnr'],
  ],
  quantity: [
    ...['quantity', 'qty', 'pieces', 'shipped', 'shippedquantity', 'antall', 'stk', 'kvantum'],
    ...['antal', 'kvantitet', 'maara', 'kpl', 'menge', 'anzahl', 'stuck', 'stueck'],
  ],
  amount: [
    ...['amount', 'total', 'sum', 'value', 'belop', 'totalbelop', 'totalsum', 'belob', 'summa'],
    ...['maarasumma', 'yhteensa', 'betrag', 'gesamtbetrag', 'summe'],
  ],
  currency: ['currency', 'currencycode', 'valuta', 'valutakode', 'valuutta', 'wahrung', 'waehrung'],
  reference: [
    ...['reference', 'ref', 'ourreference', 'yourreference', 'referanse', 'varref', 'varreferanse'],
    ...['referens', 'referense', 'viite', 'viitenumero', 'referenz'],
  ],
  tracking: [
    ...['tracking', 'trackingnumber', 'trackingno', 'trackingid', 'trackingcode', 'shipment'],
    ...['sporing', 'sporingsnummer', 'sporingsnr', 'kollinummer', 'kollinr', 'sparning'],
    ...['sparningsnummer', 'kolliid', 'trackandtrace', 'seuranta', 'seurantakoodi'],
    ...['sendungsnummer', 'sendungsverfolgung', 'paketnummer'],
  ],
  invoiceNumber: [
    ...['invoice', 'invoicenumber', 'invoiceno', 'invoicenr', 'invoiceid', 'faktura'],
    ...['fakturanummer', 'fakturanr', 'laskunumero', 'lasku', 'rechnung', 'rechnungsnummer'],
    ...['rechnungsnr'],
  ],
  invoiceUrl: [
    ...['invoiceurl', 'invoicelink', 'fakturaurl', 'fakturalenke', 'fakturalank', 'fakturalink'],
    ...['laskuurl', 'laskulinkki', 'rechnungsurl', 'rechnungslink'],
  ],
}

const COLUMNS = new Map(
  BATCH_COLUMNS.flatMap((column) => NAMES[column].map((name) => [name, column] as const)),
)

/** Letters without marks and digits alone: "Ordre-nr." and "ordrenr" are one name. */
function nameKey(head: string): string {
  return head
    .toLowerCase()
    .replaceAll('ø', 'o')
    .replaceAll('æ', 'ae')
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replaceAll(/[^a-z0-9]/g, '')
}

/** The columns of a file by the names in its head. */
export interface RecognisedColumns {
  readonly mapping: ColumnMapping
  /** True when two names mean one column, so that a person has to say which. */
  readonly isAmbiguous: boolean
}

/** Finds out which column is which; the first of two of the same name is taken. */
export function recogniseColumns(head: readonly string[]): RecognisedColumns {
  const mapping: Partial<Record<BatchColumn, number>> = {}
  let isAmbiguous = false
  head.forEach((name, index) => {
    const column = COLUMNS.get(nameKey(name))
    if (column === undefined) return
    if (mapping[column] === undefined) mapping[column] = index
    else isAmbiguous = true
  })
  return { mapping, isAmbiguous }
}

/** Reads `order:0,sku:2`; null for what names no columns of the file, one twice, or none of the order. */
export function readMapping(text: string, columns: number): ColumnMapping | null {
  const mapping: Partial<Record<BatchColumn, number>> = {}
  const taken = new Set<number>()
  for (const part of text.split(',')) {
    const [name = '', position = ''] = part.split(':')
    const column = BATCH_COLUMNS.find((known) => known === name)
    const index = /^\d{1,3}$/.test(position) ? Number(position) : columns
    if (column === undefined || index >= columns) return null
    if (taken.has(index) || mapping[column] !== undefined) return null
    mapping[column] = index
    taken.add(index)
  }
  return mapping.order === undefined ? null : mapping
}

/** True when the first row names no column that we know and its order cell is a number: there is no head. */
export function isHeadless(head: readonly string[], { order }: ColumnMapping): boolean {
  const isKnown = head.some((name) => COLUMNS.has(nameKey(name)))
  return !isKnown && order !== undefined && /\d/.test(head[order] ?? '')
}
