import type { Catalogue } from '../en'

export const unread: Catalogue<'unread'> = {
  title: '{count, plural, one {# betaling kan ikke leses} other {# betalinger kan ikke leses}}',
  explain:
    'Paydesk prøver igjen av seg selv, og en betaling forsvinner fra listen så snart den er lest.',
  cut: 'De {shown, number} som har ventet lengst, vises.',
  caption: 'Betalinger som sist ikke kunne leses, de som har ventet lengst først',
  columns: {
    payment: 'Betaling',
    reason: 'Hvorfor',
    since: 'Siden',
    tried: 'Sist prøvd',
    figures: 'Sist lest',
  },
  nameless: 'Oppføringer i listen uten ID',
  never: 'Aldri lest ennå',
  paymentId: 'betalings-ID',
  reasons: {
    malformed: 'Det leverandøren sender om den, gir ikke mening.',
    not_kept: 'Databasen til Paydesk tar ikke imot det leverandøren sender om den.',
    not_found: 'Leverandøren kjenner ikke denne betalingen lenger.',
    unavailable: 'Leverandøren svarer ikke om denne betalingen.',
    other_currency: 'Leverandøren oppgir den nå i en annen valuta enn før.',
  },
  detail: 'Teknisk: {detail}',
  banner:
    '<strong>Betalingen kunne sist ikke leses, siden {since}.</strong> Tallene på denne siden er fra {figures}; det som har skjedd etterpå, vises ikke.',
  again: 'Les igjen',
  reading: 'Leser…',
  results: {
    read: 'Den ble lest.',
    unread: 'Den kan fortsatt ikke leses.',
    just_tried: 'Det ble prøvd for et øyeblikk siden. Prøv igjen om noen sekunder.',
    must_wait: 'Leverandøren tillater ingen lesing nå. Den neste er mulig om {duration}.',
    list_begun: 'Hele listen hos leverandøren leses på nytt. Det kan ta noen minutter.',
  },
}
