/**
 * The bounds that the browser knows too, so that people do not type in vain. They read no
 * environment: `LIMITS` takes them from here, and `PAYDESK_LIMITS` changes them on the server only.
 */

/** Characters of what people write, and entries of lists. */
export const TEXT_LIMITS = {
  reason: 500,
  /** Leaves room for our own 35 characters behind it. */
  reference: 60,
  lineId: 200,
  /** Six whole numbers of a payment with a dot between. */
  moneyRevision: 120,
  itemDescription: 255,
  /** A name in a list, and in a filter of it. */
  connectionName: 100,
  /** A page of writing; the table's CHECK says the same. */
  note: 2_000,
  /** Klarna takes no more order lines. */
  lines: 1_000,
} as const

/** Characters of what people choose about their account. */
export const PERSON_LIMITS = {
  /** A name in a menu and in a history. */
  name: 100,
  /**
   * With the throttle, and argon2id behind it, far beyond guessing; a password manager or a phrase
   * has it.
   */
  passwordShortest: 12,
  /** Bounds the work of one hash. */
  password: 200,
} as const

/** What a business shows of itself. */
export const BUSINESS_LIMITS = {
  /** A name beside the navigation. */
  name: 80,
  /** A reason in a menu; with a code of its length and a note it fits into a reason's text. */
  reasonName: 60,
  /** A logo is loaded with the first page; the table's CHECK says the same. */
  logoBytes: 256 * 1024,
  /** Far sharper than it is shown; a browser holds four bytes for each pixel. */
  logoPx: 2_000,
} as const

export const SEARCH_LIMITS = {
  textLength: 200,
  /** One character finds nearly everything. */
  paletteFrom: 2,
  /** What fits under the palette without scrolling. */
  paletteRows: 6,
} as const

/**
 * How long an open dialog waits for its operation's response before it reads whether anything was
 * started. The server begins nothing any more by then: `operation.startDeadlineMs` and
 * `database.statementTimeoutMs` together are shorter.
 */
export const NO_RESPONSE_AFTER_MS = 45_000
