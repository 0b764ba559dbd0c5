import type { Settings } from '../settings'

/** The form of values on the wire where Bambora leaves it open. */
export class Wire {
  constructor(private readonly settings: Settings) {}

  /** A value of an enumeration in the letter case of the setting. */
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

  /** An id, and its twin as a JSON number beyond the precision of a float (fact sheet §4). */
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

/** JSON text in which raw numbers have all their digits. */
export function toRawJson(value: unknown): string {
  return JSON.stringify(value).replaceAll(new RegExp(`"${RAW_NUMBER}(\\d+)"`, 'g'), '$1')
}
