declare global {
  interface Window {
    /** Not there where the page was reached from another one of ours. */
    takeEarlyKeys?: () => KeyboardEvent[]
  }
}

/** The shortcuts pressed so far, once; from now on the page reacts by itself. */
export function takeEarlyKeys(): readonly KeyboardEvent[] {
  return window.takeEarlyKeys?.() ?? []
}
