const NO_DECIMALS = new Set(
  'BIF BYR CLF CLP DJF GNF ISK JPY KMF KRW MGF PYG RWF TPE TRL TTD VUV XAF XOF XPF ADP'.split(' '),
)
const THREE_DECIMALS = new Set('BHD IQD JOD KWD LYD OMR TND'.split(' '))

const KNOWN: Readonly<Record<string, readonly [number: string, name: string]>> = {
  DKK: ['208', 'Dansk krone'],
  EUR: ['978', 'Euro'],
  ISK: ['352', 'Islandsk krone'],
  NOK: ['578', 'Norsk krone'],
  SEK: ['752', 'Svensk krone'],
  USD: ['840', 'US dollar'],
  KWD: ['414', 'Kuwaitisk dinar'],
  TTD: ['780', 'Trinidad og Tobago-dollar'],
}

/** A currency in a transaction; its precision is the gateway's own (fact sheet §4). */
export interface Currency {
  readonly code: string
  readonly number: string
  readonly minorunits: number
  readonly name: string
}

/** The currency with this alpha-3 code. */
export function currencyOf(code: string): Currency {
  const [number, name] = KNOWN[code] ?? ['999', code]
  return { code, number, minorunits: minorUnitsOf(code), name }
}

/** A currency that is known, by its alpha-3 code or its number. */
export function findCurrency(name: string): Currency | undefined {
  const code = Object.keys(KNOWN).find((known) => namesCurrency(name, known))
  return code === undefined ? undefined : currencyOf(code)
}

/** True when a request names this currency, by letters or digits (§4). */
export function namesCurrency(text: string, code: string): boolean {
  return text === code || text === currencyOf(code).number
}

function minorUnitsOf(code: string): number {
  if (NO_DECIMALS.has(code)) return 0
  return THREE_DECIMALS.has(code) ? 3 : 2
}
