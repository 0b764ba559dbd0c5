import type { BrowserContextOptions } from '@playwright/test'

/** One combination of device, language and colours. */
export interface Variant {
  readonly name: string
  /** True when only main pages are worth a screenshot. */
  readonly mainOnly: boolean
  readonly options: BrowserContextOptions
}

const DESKTOP = { viewport: { width: 1280, height: 800 } }
const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }
const NORWEGIAN = { locale: 'nb-NO' }

export const VARIANTS: readonly Variant[] = [
  { name: 'desktop-light', mainOnly: false, options: { ...DESKTOP, colorScheme: 'light' } },
  { name: 'desktop-dark', mainOnly: false, options: { ...DESKTOP, colorScheme: 'dark' } },
  { name: 'phone-light', mainOnly: false, options: { ...PHONE, colorScheme: 'light' } },
  { name: 'phone-dark', mainOnly: true, options: { ...PHONE, colorScheme: 'dark' } },
  {
    name: 'desktop-light-nb',
    mainOnly: true,
    options: { ...DESKTOP, ...NORWEGIAN, colorScheme: 'light' },
  },
  {
    name: 'phone-light-nb',
    mainOnly: true,
    options: { ...PHONE, ...NORWEGIAN, colorScheme: 'light' },
  },
]
