import type { Catalogue } from '../catalogue'

export const people: Catalogue<'people'> = {
  pageTitle: 'Personer',
  title: 'Personer',
  description:
    'Hvem som kan logge inn, og hva hver av dem kan gjøre. En endring gjelder fra personens neste klikk.',
  back: 'Alle personer',
  locked: 'Bare noen kan administrere personer',
  lockedMeaning: 'Rollen din, {role}, kan ikke det. Spør {roles}.',
  first: 'Dette er de første {count, number}.',
  table: {
    caption: 'Personer',
    name: 'Navn',
    role: 'Rolle',
    connections: 'Tilkoblinger',
    state: 'Tilstand',
    lastSignIn: 'Siste innlogging',
    passkeys: 'Tilgangsnøkler',
    browsers: 'Innlogget',
  },
  states: { invited: 'Invitert', active: 'Aktiv', disabled: 'Sperret' },
  never: 'Aldri',
  lastUsed: 'Sist brukt {at}',
  browsers: '{count, plural, =0 {Utlogget} one {I én nettleser} other {I # nettlesere}}',
  passkeys: '{count, plural, =0 {Ingen} other {#}}',
  you: 'Du',
  invite: {
    button: 'Inviter',
    title: 'Inviter en person',
    meaning: 'Du får en lenke å gi videre. Personen åpner den, velger et passord og er logget inn.',
    name: 'Navn',
    email: 'E-postadresse',
    role: 'Rolle',
    connections: 'Ser betalingene til',
    submit: 'Lag lenken',
    pending: 'Lager lenken…',
    done: 'Ferdig',
  },
  link: {
    label: 'Engangslenke for {name}',
    what: 'lenken',
    mailed: 'Den er sendt til {email}.',
    notMailed:
      'Den kunne ikke sendes til {email}: E-posttjeneren bekreftet det ikke. Kopier lenken, og gi den videre selv.',
    meaning:
      'Gi den videre slik at bare {name} kan lese den. Den virker én gang, innen {hours, number} timer, og vises bare nå.',
  },
  roles: {
    viewer: 'Ser betalinger og historikken deres.',
    staff: 'Trekker og annullerer, skriver notater.',
    support: 'Refunderer, avgjør gjennomganger, eksporterer lister, skriver notater.',
    admin: 'Gjør alt, også med ordrer, tilkoblinger og personer.',
  },
  role: {
    title: 'Rolle',
    choose: 'Rollen til {name}',
    save: 'Lagre rollen',
    pending: 'Lagrer…',
    saved: '{name} har nå rollen {role}.',
    own: 'Ingen endrer sin egen rolle. Spør en annen administrator.',
  },
  connections: {
    title: 'Tilkoblinger',
    meaning: 'Hvilke betalinger {name} ser: i listen, tellingene, søket, eksporter og alt annet.',
    choose: 'Tilkoblingene til {name}',
    all: 'Alle tilkoblinger',
    allMeaning: 'Også de som kommer til senere.',
    some: 'Bare disse',
    others: 'og andre som du ikke ser',
    save: 'Lagre tilkoblingene',
    pending: 'Lagrer…',
    saved: '{name} ser disse tilkoblingene nå.',
    own: 'Ingen endrer sine egne tilkoblinger. Spør en annen administrator.',
    beyond: 'Bare en administrator som ser alle disse tilkoblingene, kan endre denne personen.',
  },
  access: {
    title: 'Tilgang',
    makeInvitation: 'Lag en ny invitasjon',
    invitationMeaning: '{name} har ikke valgt passord ennå. En ny lenke erstatter den forrige.',
    makeReset: 'Lag en lenke for nytt passord',
    resetMeaning:
      'For et glemt passord. Det nåværende virker til lenken er brukt; da logges alle nettlesere ut.',
    linkUntil: 'Det finnes en lenke som virker til {at}.',
    unlock: 'Lås opp',
    unlockMeaning: 'Etter mislykkede innlogginger: lar {name} prøve igjen med en gang.',
    unlocked: '{name} kan prøve igjen.',
    notLocked: 'Ingen mislykkede innlogginger var talt. Ingenting ble endret.',
    disable: 'Sperr',
    disableMeaning: 'Hindrer {name} i å logge inn, og logger alle nettlesere ut med en gang.',
    disabled: '{name} kan ikke lenger logge inn.',
    enable: 'Opphev sperren',
    enableMeaning: 'Lar {name} logge inn igjen med passordet fra før.',
    enableInvitedMeaning: 'Slipper {name} inn igjen, med en ny invitasjon.',
    enabled: '{name} kan logge inn igjen.',
    enabledInvited: '{name} er ikke lenger sperret. Lag en ny invitasjon.',
    removePasskeys: 'Fjern tilgangsnøkler',
    removePasskeysMeaning:
      '{name} kan logge inn med {count, plural, =0 {ingen tilgangsnøkkel} one {én tilgangsnøkkel} other {# tilgangsnøkler}}. For en enhet som er mistet: fjerner alle, og logger alle nettlesere ut med en gang.',
    passkeysRemoved: '{name} kan nå bare logge inn med passordet.',
    own: 'Din egen tilgang er på kontosiden din.',
    pending: 'Et øyeblikk…',
  },
  sessions: {
    title: 'Nettlesere',
    none: '{name} er ikke logget inn noe sted.',
    since: 'Logget inn {at}',
    used: 'Sist brukt {at}',
    until: 'Til {at}',
    unknown: 'En ukjent nettleser',
    on: '{browser} på {system}',
    here: 'Denne nettleseren',
    signOut: 'Logg ut',
    signOutNamed: 'Logg ut: {browser}',
    signOutAll: 'Logg ut overalt',
    signedOut:
      '{count, plural, =0 {Det var ingenting å logge ut.} one {Én nettleser er logget ut.} other {# nettlesere er logget ut.}}',
  },
}

export const account: Catalogue<'account'> = {
  pageTitle: 'Kontoen din',
  title: 'Kontoen din',
  email: 'E-post',
  role: 'Rolle',
  you: {
    title: 'Deg',
    meaning: 'Dette følger deg til alle nettlesere der du logger inn.',
    name: 'Navn',
    language: 'Språk',
    theme: 'Tema',
    themes: { system: 'Som systemet', light: 'Lyst', dark: 'Mørkt' },
    timeZone: 'Tidssone',
    timeZoneHint: 'Alle datoer og klokkeslett vises i den. Tomt: tidssonen til bedriften, {zone}.',
    submit: 'Lagre',
    pending: 'Lagrer…',
    saved: 'Lagret.',
  },
  password: {
    title: 'Passord',
    meaning: 'Når du endrer det, logges de andre nettleserne dine ut.',
    current: 'Nåværende passord',
    next: 'Nytt passord',
    hint: 'Minst {least, number} tegn. Noen ord på rad er lette å huske.',
    submit: 'Endre passordet',
    pending: 'Endrer…',
    changed:
      'Passordet er endret. {count, plural, =0 {Du var ikke logget inn andre steder.} one {Én annen nettleser er logget ut.} other {# andre nettlesere er logget ut.}}',
    missing: 'Skriv inn det nåværende passordet.',
  },
  passkeys: {
    title: 'Tilgangsnøkler',
    meaning:
      'Logg inn med fingeravtrykket, ansiktet eller koden til enheten din, uten å skrive et passord.',
    made: 'Laget {at}',
    used: 'sist brukt {at}',
    unused: 'aldri brukt',
    add: 'Legg til en tilgangsnøkkel',
    addMeaning: 'Etter det nåværende passordet ber enheten din deg om å bekrefte.',
    name: 'Navn',
    nameHint: 'Er det tomt, heter den «{name}».',
    make: 'Lag tilgangsnøkkelen',
    making: 'Venter på enheten din…',
    added: 'Tilgangsnøkkelen «{name}» er lagt til. Fra nå av kan du logge inn med den.',
    rename: 'Gi nytt navn',
    renameNamed: 'Gi nytt navn: {name}',
    saveName: 'Lagre navnet',
    saving: 'Lagrer…',
    renamed: 'Tilgangsnøkkelen heter «{name}» nå.',
    remove: 'Fjern',
    removeNamed: 'Fjern: {name}',
    removeMeaning:
      'Ingen kan logge inn med den lenger, og de andre nettleserne dine logges ut. Slett den på enheten din også.',
    removeIt: 'Fjern tilgangsnøkkelen',
    removing: 'Fjerner…',
    removed:
      'Tilgangsnøkkelen «{name}» er fjernet. {count, plural, =0 {Du var ikke logget inn andre steder.} one {Én annen nettleser er logget ut.} other {# andre nettlesere er logget ut.}}',
    unavailable:
      'Tilgangsnøkler trenger en adresse med navn, og denne Paydesk åpnes på en ren nettverksadresse. Den som drifter den, kan gi den et navn.',
    unsupported:
      'Denne nettleseren kjenner ikke tilgangsnøkler. Bruk en nyere for å legge til din.',
  },
}

export const mails: Catalogue<'mails'> = {
  greeting: 'Hei {name},',
  invitation: {
    subject: '{madeBy} inviterer deg til Paydesk',
    meaning:
      '{madeBy} inviterer deg til Paydesk på {site}. Velg et passord med denne lenken, så er du logget inn:',
    button: 'Velg et passord',
  },
  reset: {
    subject: 'Nytt passord for Paydesk',
    meaning:
      '{madeBy} har laget en lenke der du velger et nytt passord for Paydesk på {site}. Til du bruker den, virker det nåværende passordet:',
    button: 'Velg et nytt passord',
  },
  validity:
    'Lenken virker én gang, innen {hours, number} timer. Ikke gi den videre: Den som åpner den, kan logge inn som deg.',
  unexpected:
    'Hvis du ikke ventet denne e-posten, gjør du ingenting, og sier fra til den som sendte den.',
}

export const welcome: Catalogue<'welcome'> = {
  pageTitle: 'Velg et passord',
  invited: 'Velkommen, {name}',
  reset: 'Nytt passord for {name}',
  meaning: 'Velg et passord. Så er du logget inn.',
  password: 'Passord',
  hint: 'Minst {least, number} tegn. Noen ord på rad er lette å huske.',
  submit: 'Velg og logg inn',
  pending: 'Et øyeblikk…',
  unusable: 'Denne lenken virker ikke lenger',
  unusableMeaning:
    'Den er brukt, en nyere har erstattet den, eller tiden er ute. Be den som ga deg lenken, om en ny.',
  toSignIn: 'Gå til innlogging',
}
