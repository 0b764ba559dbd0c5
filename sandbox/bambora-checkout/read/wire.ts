import type { Switches } from '../switches'

/** How values look on the wire where Bambora leaves that open. */
export class Wire {
  constructor(private readonly switches: Switches) {}

  /** A word of an enumeration in the letter case of the switch. */
  word(text: string): string {
    return this.switches.letterCase === 'lower'
      ? text
      : text.charAt(0).toUpperCase() + text.slice(1)
  }

  time(iso: string): string {
    return this.switches.timeFraction === 7 ? iso.replace('Z', '0000Z') : iso
  }

  list<Entry>(entries: readonly Entry[]): readonly Entry[] | Entry {
    const [only] = entries
    return this.switches.bareSingles && entries.length === 1 && only !== undefined ? only : entries
  }

  /** An id, and as its twin the JSON number that a float cannot hold (fact sheet §4). */
  id(name: string, id: string | null): Readonly<Record<string, unknown>> {
    if (!this.switches.idTwins) return { [name]: id }
    return { [name]: id, [`${name}value`]: rawNumber(id ?? '0') }
  }
}

const MARK = 'raw-number:'

/** A number that is written to JSON digit by digit by `toRawJson`. */
function rawNumber(digits: string): string {
  return MARK + digits
}

/** JSON text in which marked numbers stand with all their digits. */
export function toRawJson(value: unknown): string {
  return JSON.stringify(value).replaceAll(new RegExp(`"${MARK}(\\d+)"`, 'g'), '$1')
}
