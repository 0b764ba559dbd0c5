import type { Catalogue } from '../catalogue'

export const methods: Catalogue<'methods'> = {
  applepay: 'Apple Pay',
  clicktopay: 'Click to Pay',
  creditcard: 'Kort',
  external: 'Ekstern',
  finance: 'Finansiering',
  googlepay: 'Google Pay',
  in_person: 'Kortterminal',
  installment: 'Delbetaling',
  invoice: 'Faktura',
  invoice_b2b: 'Bedriftsfaktura',
  invoice_b2b_grouped: 'Bedriftsfaktura, samlet',
  invoice_b2b_preapproved: 'Bedriftsfaktura, forhåndsgodkjent',
  invoice_b2c: 'Faktura',
  mobilepay: 'MobilePay',
  postponement: 'Utsatt betaling',
  swish: 'Swish',
  vipps: 'Vipps',
  wallets: 'Lommebok',
  zero: 'Ingenting å betale',
}
