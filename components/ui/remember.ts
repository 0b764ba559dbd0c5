const YEAR_SECONDS = 365 * 24 * 60 * 60

/** Keeps a choice in a cookie of this browser, so that the server renders with it from then on. */
export function remember(cookie: string, value: string): void {
  document.cookie = `${cookie}=${value}; path=/; max-age=${String(YEAR_SECONDS)}; samesite=lax`
}
