import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { LedgerError, type Journal } from './journal'

const headerSchema = z.object({
  ledger: z.literal('paydesk-sandbox'),
  version: z.literal(1),
  /** Date the seeded data is anchored at. */
  anchor: z.iso.datetime(),
  seeded: z.boolean(),
  /** Key of this ledger, e.g. to sign tokens so that they outlive a restart. */
  secret: z.string(),
})
/** A line of the ledger file. `book` is the provider's name; stored files keep the field's name. */
const entrySchema = z.object({ book: z.string(), change: z.unknown() })

/** First line of the journal: the header of the ledger. */
export type LedgerHeader = z.infer<typeof headerSchema>

/** State of one provider, built up only from its changes. */
export interface ProviderState<Change> {
  /** Applies one change. Must not fail and must not depend on time or chance. */
  apply(change: Change): void
  /** Empties the state. */
  clear(): void
}

/**
 * Writes changes of one provider's state: first to the journal, then into the state, with nothing in
 * between. Throws when the journal cannot be written; then nothing has happened.
 */
export type Recorder<Change> = (...changes: Change[]) => void

/** The states of all providers over one journal. */
export class Ledger {
  private readonly states = new Map<string, ProviderState<unknown>>()
  private current: LedgerHeader

  private constructor(
    private readonly journal: Journal,
    header: LedgerHeader,
    private stored: string[],
  ) {
    this.current = header
  }

  /**
   * Opens a ledger; an empty journal gets the given anchor and seed flag. Throws LedgerError when
   * the journal is not a ledger of this version or has another anchor.
   */
  static open(journal: Journal, anchor: Date | undefined, seeded: boolean): Ledger {
    const lines: string[] = []
    journal.replay((line) => lines.push(line))
    const first = lines.shift()
    if (first === undefined) {
      const header = newHeader(anchor ?? new Date(), seeded)
      journal.append(`${JSON.stringify(header)}\n`)
      return new Ledger(journal, header, [])
    }
    const header = headerSchema.safeParse(parseJson(first)).data
    if (!header) throw new LedgerError('The ledger file was not written by this sandbox version.')
    if (anchor && anchor.toISOString() !== header.anchor) {
      throw new LedgerError(
        `The ledger is anchored at ${header.anchor}; leave --now out or choose another --data folder.`,
      )
    }
    return new Ledger(journal, header, lines)
  }

  get header(): LedgerHeader {
    return this.current
  }

  /** Adds a provider's state under its name and returns the function that writes to it. */
  mount<Change>(name: string, state: ProviderState<Change>): Recorder<Change> {
    this.states.set(name, state)
    return (...changes) => {
      let lines = ''
      for (const change of changes) lines += `${JSON.stringify({ book: name, change })}\n`
      this.journal.append(lines)
      for (const change of changes) state.apply(change)
    }
  }

  /** Replays the stored changes into the mounted states. Returns the providers that had any. */
  replay(): ReadonlySet<string> {
    const known = new Set<string>()
    const lines = this.stored
    this.stored = []
    lines.forEach((line, index) => {
      const entry = entrySchema.safeParse(parseJson(line)).data
      const state = entry && this.states.get(entry.book)
      if (!state) throw new LedgerError(`The ledger file cannot be read at line ${index + 2}.`)
      state.apply(entry.change)
      known.add(entry.book)
    })
    return known
  }

  /** Deletes all changes and starts again, anchored at `anchor` if given. */
  restart(anchor: Date | undefined): void {
    this.current = { ...this.current, anchor: anchor?.toISOString() ?? this.current.anchor }
    this.journal.truncate()
    this.journal.append(`${JSON.stringify(this.current)}\n`)
    for (const state of this.states.values()) state.clear()
  }

  close(): void {
    this.journal.close()
  }
}

function newHeader(anchor: Date, seeded: boolean): LedgerHeader {
  return {
    ledger: 'paydesk-sandbox',
    version: 1,
    anchor: anchor.toISOString(),
    seeded,
    secret: randomBytes(32).toString('hex'),
  }
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
