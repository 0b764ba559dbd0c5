import type { Catalogue } from '../catalogue'

export const ui: Catalogue<'ui'> = {
  copy: 'Kopier {what}',
  copied: 'Kopiert',
  copyFailed: 'Nettleseren tillot ikke kopiering',
  close: 'Lukk',
  loading: 'Laster',
  oneLess: 'Én mindre: {label}',
  oneMore: 'Én mer: {label}',
  theme:
    'Tema: {current, select, light {lyst} dark {mørkt} other {som systemet}}. Bytt til {next, select, light {lyst} dark {mørkt} other {som systemet}}',
}
