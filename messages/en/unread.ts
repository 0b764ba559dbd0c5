/** Payments whose last read failed. */
export const unread = {
  title: '{count, plural, one {# payment cannot be read} other {# payments cannot be read}}',
  explain: 'Paydesk tries again by itself, and a payment leaves this list as soon as it is read.',
  cut: 'The {shown, number} that have waited longest are shown.',
  caption: 'Payments whose last read failed, those that have waited longest first',
  columns: {
    payment: 'Payment',
    reason: 'Why',
    since: 'Since',
    tried: 'Last tried',
    figures: 'Last good read',
  },
  nameless: 'Entries of the list without an id',
  never: 'Never read yet',
  paymentId: 'payment id',
  reasons: {
    malformed: 'What the provider sends about it makes no sense.',
    not_kept: 'Paydesk’s database does not take what the provider sends about it.',
    not_found: 'The provider does not know this payment any more.',
    unavailable: 'The provider does not answer about this payment.',
    other_currency: 'The provider now reports it in another currency than before.',
  },
  detail: 'Technical: {detail}',
  banner:
    '<strong>The last read of this payment failed, since {since}.</strong> The figures on this page are those of {figures}; what has happened since does not show.',
  again: 'Read again',
  reading: 'Reading…',
  results: {
    read: 'It was read.',
    unread: 'It still cannot be read.',
    just_tried: 'It was tried a moment ago. Try again in some seconds.',
    must_wait: 'The provider allows no read now. The next one is possible in {duration}.',
    list_begun: 'The provider’s whole list is being read again. This can take some minutes.',
  },
} as const
