import type { Catalogue } from '../catalogue'

export const ui: Catalogue<'ui'> = {
  copy: 'Kopier {what}',
  copied: 'Kopiert',
  copyFailed: 'Nettleseren tillot ikke kopiering',
  close: 'Lukk',
  loading: 'Laster',
  oneLess: 'Én mindre: {label}',
  oneMore: 'Én mer: {label}',
  theme: 'Tema: {current}. Bytt til {next}',
  themes: { system: 'som systemet', light: 'lyst', dark: 'mørkt' },
}
