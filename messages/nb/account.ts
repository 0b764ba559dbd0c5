import type { Catalogue } from '../en'

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
    languageGone:
      'Du har valgt {chosen}, som ikke tilbys her lenger. Du ser {shown} til du velger noe annet.',
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
  provider: {
    title: 'Innlogging',
    meaning:
      'Du logger inn med felles innlogging. Passordet og den ekstra faktoren styres der, og navnet ditt hentes derfra ved hver innlogging.',
    again: 'Rollen din krever en ekstra faktor. Vis den der du logger inn, så er du tilbake her.',
    toProvider: 'Gå til felles innlogging',
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
  secondFactor: {
    title: 'Ekstra faktor',
    offMeaning:
      'En kode fra telefonen, etter passordet: Den som får vite passordet ditt, kan ikke logge inn med det alene. Du trenger en autentiseringsapp.',
    required: 'Rollen din, {role}, krever en ekstra faktor. Sett den opp her, så kan du gå videre.',
    current: 'Nåværende passord',
    begin: 'Sett opp en app',
    pending: 'Et øyeblikk…',
    scan: 'Skann dette bildet med appen:',
    picture: 'QR-kode for autentiseringsappen',
    type: 'Eller skriv denne nøkkelen inn i appen:',
    key: 'nøkkelen',
    firstCode: 'Koden som appen viser',
    confirm: 'Slå på',
    cancel: 'Avbryt',
    turnedOn:
      'Den ekstra faktoren er på. {count, plural, =0 {Du var ikke logget inn andre steder.} one {Én annen nettleser er logget ut.} other {# andre nettlesere er logget ut.}}',
    codesMade:
      'Dette er de nye gjenopprettingskodene dine. {count, plural, =0 {Du var ikke logget inn andre steder.} one {Én annen nettleser er logget ut.} other {# andre nettlesere er logget ut.}}',
    onSince: 'En autentiseringsapp, siden {at}.',
    codesLeft:
      '{count, plural, =0 {Du har ingen gjenopprettingskode igjen: Lag nye.} one {Du har én gjenopprettingskode igjen: Lag nye.} other {Du har # gjenopprettingskoder igjen.}}',
    code: 'Kode fra appen, eller en gjenopprettingskode',
    newCodes: 'Lag nye gjenopprettingskoder',
    newCodesMeaning: 'I stedet for de forrige, som da ikke virker lenger.',
    turnOff: 'Slå av',
    turnOffMeaning: 'Også for en ny telefon: Slå av, og sett opp på nytt på den nye.',
    turnOffNeeded:
      'Rollen din, {role}, krever den, så den forblir på. For en ny telefon, be en administrator om å nullstille den.',
    turnedOff:
      'Den ekstra faktoren er av. {count, plural, =0 {Du var ikke logget inn andre steder.} one {Én annen nettleser er logget ut.} other {# andre nettlesere er logget ut.}}',
    codesTitle: 'Gjenopprettingskoder',
    codesMeaning:
      'Hver av dem erstatter appen én gang, når telefonen er borte. Ta vare på dem der bare du finner dem: De vises bare nå.',
    codesWhat: 'gjenopprettingskodene',
    download: 'Last ned som tekst',
    kept: 'Jeg har tatt vare på dem',
    goOn: 'Jeg har tatt vare på dem: gå videre',
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
  switchedOff:
    'Passord er slått av her, så ingen lenke slipper folk inn. Logg inn med felles innlogging.',
  toSignIn: 'Gå til innlogging',
}
