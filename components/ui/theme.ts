export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

/** The cookie in which a browser remembers its theme, so that the server paints it at once. */
export const THEME_COOKIE = 'paydesk-theme'

/** The theme a cookie value stands for; anything unknown follows the system. */
export function themeOf(value: string | undefined): Theme {
  return THEMES.find((theme) => theme === value) ?? 'system'
}
