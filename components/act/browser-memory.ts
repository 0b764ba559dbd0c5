/** What this browser remembers: for the server, in cookies; for a reload, in the tab, which nothing outlives. */

const YEAR_SECONDS = 365 * 24 * 60 * 60
const PREFIX = 'paydesk:'

/** Keeps a choice in a cookie, so that the server renders with it from then on. */
export function rememberInCookie(cookie: string, value: string): void {
  document.cookie = `${cookie}=${value}; path=/; max-age=${String(YEAR_SECONDS)}; samesite=lax`
}

/** Remembers a value of plain data under a key; null forgets it. */
export function rememberInTab(key: string, value: unknown): void {
  try {
    if (value === null) sessionStorage.removeItem(PREFIX + key)
    else sessionStorage.setItem(PREFIX + key, JSON.stringify(value))
  } catch {
    // A browser may keep nothing at all: then nothing outlives a reload.
  }
}

/** The value under a key; null where there is none, or none that can be read. */
export function recallInTab(key: string): unknown {
  try {
    return JSON.parse(sessionStorage.getItem(PREFIX + key) ?? 'null')
  } catch {
    return null
  }
}

/** Forgets everything, or only keys that do not begin with `but`: what other people typed here. */
export function forgetInTab(but: string | null = null): void {
  try {
    const kept = but === null ? null : PREFIX + but
    for (const key of Object.keys(sessionStorage)) {
      if (key.startsWith(PREFIX) && (kept === null || !key.startsWith(kept))) {
        sessionStorage.removeItem(key)
      }
    }
  } catch {
    // Nothing was kept.
  }
}
