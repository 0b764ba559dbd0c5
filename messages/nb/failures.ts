import type { Catalogue } from '../catalogue'

export const failures: Catalogue<'failures'> = {
  unworded: 'Dette lot seg ikke gjøre. Last siden på nytt for å se hvordan det står til. ({code})',
  foreign_origin: 'Denne forespørselen kom ikke fra en Paydesk-side, så ingenting ble gjort.',
  not_signed_in: 'Du er ikke lenger logget inn. Ingenting ble gjort: Logg inn på nytt.',
  invalid_input: {
    whole: 'Opplysningene er ikke gyldige.',
    field: 'Feltet {field} er ikke gyldig.',
  },
  internal:
    '{phase, select, before {Noe gikk galt før noe ble gjort. Prøv igjen om litt.} during {Noe gikk galt, og det er ikke kjent om dette fikk virkning. Last siden på nytt og se etter før du prøver igjen.} sign_in {Innloggingen virket ikke akkurat nå. Prøv igjen om litt.} sign_out {Utloggingen virket ikke akkurat nå. Prøv igjen om litt.} other {Dette kunne ikke leses akkurat nå. Prøv igjen om litt.}} (Forespørsel {requestId})',
  not_found: {
    payment: 'Betalingen finnes ikke.',
    operation: 'Operasjonen finnes ikke.',
    connection: 'Tilkoblingen finnes ikke.',
  },
  not_in_review: 'Denne operasjonen venter ikke på en avgjørelse.',
  review_lost:
    'Svaret kom ikke tilbake. Siden er lest på nytt: Se om avgjørelsen din står på listen før du gir den en gang til.',
  note_lost:
    'Det kom ikke noe svar. Teksten din står her fortsatt: Legg den til en gang til, så blir den ikke dobbel.',
  verify_unreachable:
    'Det kom ikke noe svar. Kontrollen endrer ingenting, så du kan trygt prøve igjen.',
  check_unreachable:
    'Fikk ikke kontakt med Paydesk. En sjekk endrer ingenting, så du kan trygt prøve igjen.',
  download_lost: 'Filen kom ikke helt fram, så ingen fil ble lagret. Prøv igjen.',
  broken_chain:
    'En oppføring i revisjonssporet stemmer ikke lenger, så det ble ikke laget noen fil. Kontroller på nytt for å se hvilken.',
  too_many_views: 'Du har allerede {max, number} visninger. Fjern en først.',
  view_lost: 'Svaret kom ikke fram. Se om den er der før du prøver igjen.',
  view_gone: 'Denne visningen er allerede borte, eller tilhører noen andre.',
  email_missing: 'Skriv inn e-postadressen din.',
  password_missing: 'Skriv inn passordet ditt.',
  wrong_credentials: 'E-postadressen eller passordet er feil.',
  too_many_tries:
    'For mange mislykkede innlogginger. Prøv igjen om {minutes, plural, one {ett minutt} other {# minutter}}.',
}
