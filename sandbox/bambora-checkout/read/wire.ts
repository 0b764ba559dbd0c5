import type { Settings } from '../settings'

/** How values look on the wire where Bambora leaves that open. */
export class Wire {
  constructor(private readonly settings: Settings) {}

  /** A word of an enumeration in the letter case of the switch. */
  word(text: string): string {
    return this.settings.letterCase === 'lower'
      ? text
      : text.charAt(0).toUpperCase() + text.slice(1)
  }

  time(iso: string): string {
    return this.settings.timeFraction === 7 ? iso.replace('Z', '0000Z') : iso
  }

  list<Entry>(entries: readonly Entry[]): readonly Entry[] | Entry {
    const [only] = entries
    return this.settings.bareSingles && entries.length === 1 && only !== undefined ? only : entries
  }

  /** An id, and as its twin the JSON number that a float cannot hold (fact sheet §4). */
  id(name: string, id: string | null): Readonly<Record<string, unknown>> {
    if (!this.settings.idTwins) return { [name]: id }
    return { [name]: id, [`${name}value`]: rawNumber(id ?? '0') }
  }
}

const RAW_NUMBER = 'raw-number:'

/** A number that is written to JSON digit by digit by `toRawJson`. */
function rawNumber(digits: string): string {
  return RAW_NUMBER + digits
}

/** JSON text in which marked numbers stand with all their digits. */
export function toRawJson(value: unknown): string {
  return JSON.stringify(value).replaceAll(new RegExp(`"${RAW_NUMBER}(\\d+)"`, 'g'), '$1')
}
