/** What parts of the screen say that know no word of the trade. */
export const ui = {
  copy: 'Copy {what}',
  copied: 'Copied',
  copyFailed: 'The browser did not allow copying',
  close: 'Close',
  loading: 'Loading',
  oneLess: 'One less: {label}',
  oneMore: 'One more: {label}',
  theme: 'Theme: {current}. Change to {next}',
  themes: { system: 'as the system', light: 'light', dark: 'dark' },
} as const
