import type { Catalogue } from '../catalogue'

export const reasons: Catalogue<'reasons'> = {
  returned: 'Returnert',
  damaged: 'Skadet',
  not_delivered: 'Ikke levert',
  price_correction: 'Priskorreksjon',
  goodwill: 'Kulanse',
  out_of_stock: 'Utsolgt',
  customer_cancelled: 'Kunden avbestilte',
  duplicate_order: 'Dobbel ordre',
  suspected_fraud: 'Mistanke om svindel',
  waiting_for_stock: 'Venter på varer',
  customer_asked_to_wait: 'Kunden ba om å vente',
  made_to_order: 'Lages på bestilling',
  subscription: 'Abonnement',
  added_later: 'Lagt til senere',
  damage_or_fee: 'Skade eller gebyr',
  refund_too_late: 'For sent å refundere',
  winnings: 'Gevinst',
  bank_transfer_seen: 'Sett på bankkontoen',
  other: 'Annet',
}
