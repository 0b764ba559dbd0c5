import type { Catalogue } from '../en'

export const shell: Catalogue<'shell'> = {
  description: 'Trekk, refunder og frigi reserverte betalinger.',
  skip: 'Gå til innholdet',
  mainNavigation: 'Hovedmeny',
  transactions: 'Transaksjoner',
  overview: 'Oversikt',
  operations: 'Operasjoner',
  audit: 'Revisjon',
  people: 'Personer',
  connections: 'Tilkoblinger',
  business: 'Bedriften',
  rules: 'Regler',
  settings: 'Innstillinger',
  notices: 'Varsler',
  unreadNotices: '{count, plural, one {# nytt varsel} other {# nye varsler}}',
  inReview: '{count, number} til vurdering',
  sessionEnded:
    'Økten din er avsluttet, så denne siden endrer seg ikke lenger. <link>Logg inn på nytt</link> for å se hvordan det står til.',
  notUpdated:
    'Denne siden er ikke oppdatert på en stund: Paydesk svarer ikke som det skal. Den prøver videre; det du ser, kan være utdatert.',
  toAccount: 'Kontoen din: {email}',
  signedInAs: 'Logget inn som',
  language: 'Språk: {current}. Bytt til {next}',
}

export const access: Catalogue<'access'> = {
  signIn: 'Logg inn',
  signingIn: 'Logger inn …',
  email: 'E-postadresse',
  password: 'Passord',
  passkey: {
    or: 'eller',
    submit: 'Logg inn med tilgangsnøkkel',
    pending: 'Venter på enheten din…',
  },
  provider: {
    signIn: 'Logg inn med {name}',
    or: 'eller med passord',
    emergency: 'Logg inn som nødadministrator',
    emergencyMeaning: 'For dagen da {name} ikke svarer. Alle andre bruker knappen.',
    onward: 'Du er fortsatt logget inn. Gå tilbake',
    problems: {
      off: 'Felles innlogging er ikke satt opp her. Logg inn med passordet ditt.',
      unavailable:
        '{name} svarte ikke, så du ble ikke logget inn. Prøv igjen om litt, eller si fra til en administrator.',
      too_many_tries:
        'Altfor mange innlogginger er startet fra nettverket ditt. Prøv igjen om et kvarter.',
      expired:
        'Denne innloggingen tok for lang tid, eller ble startet i en annen fane eller nettleser. Begynn på nytt her.',
      cancelled: 'Du ble ikke logget inn hos {name}. Ingenting ble gjort. Du kan prøve igjen.',
      rejected:
        'Svaret fra {name} gjaldt ikke denne innloggingen, så Paydesk tok ikke imot det. Begynn på nytt. Si fra til en administrator hvis det fortsetter.',
      no_group:
        '{name} kjenner deg, men du er ikke med i noen av gruppene som kan bruke Paydesk. Spør dem som styrer gruppene.',
      groups_unreadable:
        '{name} sendte gruppene dine i en form Paydesk ikke kan lese, eller altfor mange. Si fra til en administrator.',
      email_missing: '{name} sendte ingen e-postadresse for deg. Si fra til en administrator.',
      email_unverified:
        '{name} har ikke kontrollert e-postadressen din, så Paydesk kan ikke stole på den. Bekreft den der, og logg inn på nytt.',
      email_taken:
        'En annen konto i Paydesk har allerede e-postadressen din. Be en administrator om å overlate den til {name}.',
      disabled: 'Kontoen din er deaktivert. Spør en administrator.',
      second_factor:
        'Rollen din krever en ekstra faktor, og {name} ba deg ikke om noen. Slå den på der, og logg inn på nytt.',
      other_person:
        'Du viste {name} en annen konto enn den som er logget inn her. Ingenting ble gjort.',
      internal: 'Innloggingen virket ikke akkurat nå. Prøv igjen om litt.',
    },
  },
  signOut: 'Logg ut',
  why: {
    idle: 'Du ble logget ut etter {minutes, plural, one {ett minutt} other {# minutter}} uten bruk.',
    ended: 'Økten din er avsluttet. Logg inn, så er du tilbake der du var.',
    kept: 'Økten din er avsluttet, så ingenting ble gjort. Det du har fylt ut, er beholdt: Logg inn, så er du tilbake i det.',
    chosen: 'Passordet ditt er valgt. Logg inn med det.',
    expired: 'Koden kom ikke i tide. Logg inn med passordet ditt på nytt.',
    codes:
      'For mange koder var feil. Vent et kvarter og logg inn på nytt, eller be en administrator om å låse opp kontoen din.',
    unsure:
      'Økten din ble avsluttet før svaret kom. Logg inn, så viser siden hvordan det gikk med forespørselen.',
  },
  code: {
    title: 'Ekstra faktor',
    meaning: 'Åpne autentiseringsappen på telefonen, og skriv inn koden for Paydesk.',
    label: 'Kode fra appen',
    hint: 'Seks sifre',
    recoveryMeaning:
      'Skriv inn en av gjenopprettingskodene du har tatt vare på. Hver virker én gang.',
    recoveryLabel: 'Gjenopprettingskode',
    useRecovery: 'Ingen telefon for hånden? Bruk en gjenopprettingskode',
    useApp: 'Bruk koden fra appen',
    startAnew: 'Logg inn som en annen',
  },
  stepUp: {
    title: 'Bekreft at det er deg',
    meaning:
      'Dette krever den ekstra faktoren din på nytt: Du har ikke vist den de siste fem minuttene. Det du har fylt ut, er beholdt og sendes av seg selv etterpå.',
    or: 'eller',
    submit: 'Bekreft',
    pending: 'Bekrefter …',
    usePasskey: 'Bruk en tilgangsnøkkel',
    none: 'Dette krever en ekstra faktor, og du har ingen ennå. Sett den opp på kontosiden din; det du har fylt ut, blir stående her. Kom så tilbake og send på nytt.',
    unsupported:
      'Dette krever tilgangsnøkkelen din, og denne nettleseren kjenner ingen. Bruk en annen nettleser, eller sett opp en app på kontosiden din.',
    toAccount: 'Åpne kontoen din i en ny fane',
    atProvider: 'Bekreft hos innloggingstjenesten din, i en ny fane',
    afterProvider: 'Kom tilbake til denne fanen etterpå, og fortsett her.',
    goOn: 'Jeg har bekreftet: fortsett',
    back: 'Tilbake',
  },
  firstPerson: {
    title: 'Ingen kan logge inn ennå',
    meaning: 'På serveren lager denne kommandoen den første kontoen, en administrator:',
    command: 'kommandoen',
    email: 'deg@example.com',
    name: 'Navnet ditt',
    after: 'Den viser et passord én gang. Logg inn med det her.',
  },
}

export const commands: Catalogue<'commands'> = {
  refused: '{name}: {why}',
  sheet: {
    title: 'Hurtigtaster',
    description: 'Alt kan gjøres uten mus.',
    groups: { everywhere: 'Overalt', list: 'I en liste', payment: 'På en betaling' },
    meanings: {
      palette: 'Finn en betaling, side eller handling',
      search: 'Gå til søkefeltet',
      help: 'Vis denne listen',
      leave: 'Forlat en dialog',
      next: 'Neste rad',
      previous: 'Forrige rad',
      arrows: 'Forrige og neste rad',
      open: 'Åpne raden',
      capture: 'Trekk',
      refund: 'Refunder',
      void: 'Annuller',
      update_authorization: 'Legg til vare',
    },
    switch: 'Hurtigtaster på ett tegn',
    switchNote: 'Slå dem av hvis taster trykkes ved et uhell eller med talestyring.',
  },
  palette: {
    button: 'Finn en betaling, side eller handling',
    short: 'Finn',
    title: 'Finn og gå til',
    placeholder: 'Ordre, kunde, beløp, side eller handling',
    groups: {
      actions: 'På denne betalingen',
      transactions: 'Transaksjoner',
      pages: 'Sider',
    },
    searchAll: 'Vis alle treff på «{text}»',
    shortcuts: 'Hurtigtaster',
    tooShort: 'Skriv minst to tegn for å finne transaksjoner.',
    searching: 'Søker …',
    nothing: 'Ingen transaksjon passer til «{text}».',
    noneOfNewest:
      'Ingen av de nyeste transaksjonene passer til «{text}». Vis alle treff for å lete lenger tilbake.',
    failed: 'Det var ikke mulig å søke i transaksjoner nå. Sider og handlinger virker.',
    signedOut: 'Økten er avsluttet. Logg inn igjen for å søke.',
    count: '{count, plural, =0 {Ingenting å velge} one {# valg} other {# valg}}',
    noReference: 'Uten ordrereferanse',
  },
}

export const pageErrors: Catalogue<'pageErrors'> = {
  notFound: {
    pageTitle: 'Ikke funnet',
    title: 'Siden finnes ikke',
    meaning: 'Adressen kan være feilskrevet, eller det den førte til, er flyttet.',
    toTransactions: 'Gå til transaksjonene',
  },
  broken: {
    pageTitle: 'Noe gikk galt',
    title: 'Denne siden kunne ikke vises',
    meaning:
      'Ingen betaling ble endret av dette. Det som alt er sendt til en leverandør, følges fortsatt opp.',
  },
  tryAgain: 'Prøv igjen',
  error: 'Feil {digest}',
}

export const ui: Catalogue<'ui'> = {
  copy: 'Kopier {what}',
  copied: 'Kopiert',
  copyFailed: 'Nettleseren tillot ikke kopiering',
  showPassword: 'Vis passordet',
  close: 'Lukk',
  loading: 'Laster',
  oneLess: 'Én mindre: {label}',
  oneMore: 'Én mer: {label}',
  theme: 'Tema: {current}. Bytt til {next}',
  themes: { system: 'som systemet', light: 'lyst', dark: 'mørkt' },
}
