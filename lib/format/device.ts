import Bowser from 'bowser'

export interface Device {
  /** The browser's name, such as "Firefox". */
  readonly browser: string
  /** The operating system's name, such as "macOS". */
  readonly system: string
}

/** Browser and operating system from a `User-Agent` header; null where it names none. */
export function deviceOf(userAgent: string | null): Device | null {
  if (userAgent === null || userAgent === '') return null
  const { browser, os } = Bowser.parse(userAgent)
  if (browser.name === undefined || browser.name === '' || os.name === undefined) return null
  return { browser: browser.name, system: os.name }
}
