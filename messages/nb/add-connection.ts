import { settingContradictions } from './setting-contradictions'

/** Adding a merchant account. */
export const addConnection = {
  pageTitle: 'Legg til en tilkobling',
  title: 'Legg til en tilkobling',
  description:
    'Den testes først mot leverandøren, uten at penger flyttes. Ingenting lagres før det virker.',
  back: 'Alle tilkoblinger',
  choose: 'Leverandør',
  name: 'Navn',
  nameMeaning:
    'Slik folk her kjenner kontoen, for eksempel «Nettbutikken». Det står i lister og eksporter.',
  account: {
    dintero: {
      label: 'Konto-id',
      meaning: 'T (test) eller P (produksjon) og åtte sifre, for eksempel T12345678.',
    },
    'bambora-checkout': {
      label: 'Brukerstedsnummer',
      meaning: 'T (test) eller P (produksjon) og sifre, for eksempel T123456789.',
    },
    'bambora-native': {
      label: 'Brukerstedsnummer',
      meaning: 'Slik Bamboras kundestøtte har sendt det; de for test begynner med T.',
    },
    oppwa: {
      label: 'Entitets-id',
      meaning: '32 tegn, sifre og bokstavene a til f.',
    },
  },
  address: 'Adresse',
  addressMeaning: 'Hemmeligheter sendes bare til leverandørens egne adresser.',
  addressMode: { test: '{url} (test)', live: '{url} (produksjon)', both: '{url}' },
  otherAddress: 'En annen adresse',
  addressTyped: 'Grunnadresse (URL)',
  secrets: 'Påloggingsopplysninger',
  secretsMeaning: 'Lagres forseglet, og vises aldri igjen.',
  show: 'Vis påloggingsopplysningene',
  optional: '{label} (valgfritt)',
  rights: {
    dintero:
      'API-klienten trenger rett til å lese, og til å skrive for trekk, refusjon og annullering. Testen viser om retten til å lese mangler. At retten til å skrive mangler, viser Dintero først når den brukes.',
    'bambora-checkout':
      'API-brukeren trenger rettene til å lese, trekke, refundere og slette. Hvilke retter til å flytte penger som mangler, viser Bambora først når de brukes.',
    'bambora-native':
      'Opplysningene trenger rettene til å lese, trekke, annullere og refundere. Testen viser om en av dem mangler.',
    oppwa:
      'Tokenet trenger rett til å lese rapporter og til å utføre operasjoner. At retten til å trekke eller refundere mangler, viser plattformen først når den brukes.',
  },
  settings: 'Kontoens innstillinger',
  settingsMeaning: 'La det du ikke vet, stå som det er: det kan endres senere.',
  notSet: 'Ikke angitt',
  fields: {
    clientId: { label: 'Klient-id', meaning: 'Til API-klienten som bare er for Paydesk.' },
    clientSecret: {
      label: 'Klienthemmelighet',
      meaning: 'Ble vist én gang, da API-klienten ble laget.',
    },
    webhookSecret: {
      label: 'Webhook-hemmelighet',
      meaning:
        'Signerer kontoens webhooks. Uten den avvises de; den kan legges til når webhooken er registrert.',
    },
    callbackSecret: {
      label: 'Callback-hemmelighet',
      meaning:
        'Signerer tilbakekall for enkeltbetalinger, der butikken setter vår adresse for dem.',
    },
    accessToken: {
      label: 'Tilgangstoken',
      meaning: 'Slik leverandøren viser det, uten «Bearer».',
    },
    secretToken: {
      label: 'Hemmelig token',
      meaning: 'Ble vist én gang, da API-brukeren ble laget.',
    },
    md5Key: { label: 'MD5-nøkkel', meaning: 'Signerer tilbakekallene. Uten den avvises de.' },
    apiUser: {
      label: 'API-brukerens e-postadresse',
      meaning: 'Viser i historikken hva Paydesk har gjort, og hva andre har gjort.',
    },
    environment: {
      label: 'Miljø',
      meaning: 'Test og produksjon har egne tokener og entiteter.',
    },
    webhookKey: {
      label: 'Webhook-nøkkel',
      meaning:
        '64 tegn, sifre og bokstavene a til f: portalen viser den når webhooken registreres.',
    },
    otherEntityId: {
      label: 'Entitets-id nummer to',
      meaning: 'En annen kanal for samme brukersted, hvis betalinger også hører til her: 32 tegn.',
    },
    multipleCaptures: {
      label: 'Trekk i deler',
      meaning: 'Av der det første trekket, også av en del, avslutter reservasjonen.',
    },
    partialReversal: {
      label: 'Annullering i deler',
      meaning: 'På der en del av det som er reservert, kan annulleres.',
    },
    reversesRest: {
      label: 'Annullerer resten',
      meaning: 'Av der det som fortsatt er reservert, ikke kan annulleres etter et deltrekk.',
    },
    captureDays: {
      label: 'Dager til å trekke',
      meaning:
        'Så mange dager beholder innløseren vanligvis en reservasjon, fra {least, number} til {most, number}. Fristen for å trekke regnes ut fra det.',
    },
    dateSearch: {
      label: 'Søk etter dato',
      meaning:
        'På der leverandøren har slått det på. Uten det finnes ingen liste: betalinger kommer inn med webhooks og referanser.',
    },
    listDays: {
      label: 'Dager i listen',
      meaning: 'Så mange dager tilbake leses betalinger, fra {least, number} til {most, number}.',
    },
    queriesPerMinute: {
      label: 'Lesinger per minutt',
      meaning: 'Av én betaling, slik leverandøren tillater; vanligvis {usual, number}.',
    },
    currency: {
      label: 'Valuta der den mangler',
      meaning:
        'Tre store bokstaver, for eksempel EUR: for avviste betalinger, der plattformen ikke oppgir noen. Uten den vises de ikke.',
    },
    testMode: { label: 'Testmodus', meaning: 'Slik butikken sender den på testvertene.' },
  },
  options: { test: 'Test', live: 'Produksjon', INTERNAL: 'INTERNAL', EXTERNAL: 'EXTERNAL' },
  submit: 'Test og legg til',
  pending: 'Tester hos {provider} …',
  problems: {
    ...settingContradictions,
    needs_all:
      'Bare en administrator som ser alle tilkoblinger, kan legge til en: andre ville ikke sett den de la til.',
    missing: 'Fyll ut dette.',
    malformed: 'Dette kan ikke være riktig. Skriv det slik det er beskrevet her.',
    name_malformed: 'Velg et navn med bokstaver eller sifre, på høyst 100 tegn.',
    name_taken:
      'Det finnes en tilkobling med det navnet. Velg et annet; skal den få en ny hemmelighet, åpner du den i listen.',
    account_malformed:
      '«{account}» er ingen konto hos {provider}. Skriv den slik det er beskrevet her.',
    account_taken:
      'Denne kontoen er alt tilkoblet, som «{subject}». En konto har én tilkobling: åpne den for å gi den en ny hemmelighet.',
    foreign_address:
      'Dette er ingen adresse hos {provider}, så ingen hemmelighet ble sendt dit. Adressene begynner med {subject}.',
    no_api: '{provider} har ikke noe API på denne adressen. Kontroller hvordan den slutter.',
    credentials_refused:
      '{provider} godtok ikke disse opplysningene for {account}. Kontroller at de hører til denne kontoen og dette miljøet; hver konto har sine egne.',
    read_only:
      'Med disse opplysningene kan man bare lese: ikke trekke, annullere og refundere. Be {provider} om opplysninger med disse rettene.',
    right_missing:
      'Opplysningene er riktige, men kan ikke lese betalinger. Gi dem denne retten hos {provider}, og test på nytt.',
    other_environment:
      'Adressen hører til det andre miljøet. Velg miljøet som adressen hører til, eller en annen adresse.',
    live_payments: 'Betalinger der flytter ekte penger. Velg «Produksjon», eller kontoen for test.',
    test_payments:
      'Alle betalinger der ble gjort i testmodus. Velg «Test», eller produksjonskontoen.',
    list_refused:
      'Søket etter dato virker ikke. Slå det av hvis {provider} ikke har slått det på for denne kontoen.',
    foreign_payments: 'Den nyeste betalingen der hører ikke til {account}. Kontroller nummeret.',
    unknown_account: '{provider} kjenner ikke {account} på denne adressen. Kontroller begge.',
    unavailable:
      '{provider} kunne ikke nås, eller svarte ikke i tide. Ingenting ble lagret: prøv igjen.',
    unreadable:
      '{provider} svarte på en måte som ikke kan leses. Kontroller adressen, og prøv igjen.',
  },
  provider: 'Leverandørens ord: {message}',
  done: {
    title: '{name} er tilkoblet',
    meaning: 'Testen gikk bra. Dette gjenstår:',
    webhook: 'Webhook-adresse',
    webhookWhat: 'webhook-adresse',
    how: {
      dintero:
        'Registrer den hos Dintero som webhook-abonnement for betalinger. Dintero viser da en hemmelighet: lagre den som webhook-hemmeligheten til denne tilkoblingen.',
      'bambora-checkout':
        'Gi den til butikken som callback-adresse for betalingene. Kallene kontrolleres med MD5-nøkkelen.',
      'bambora-native': 'Bambora Native kaller ikke opp: endringer finnes ved å lese.',
      oppwa:
        'Registrer den i portalen, Administration → Webhooks, med hendelsen PAYMENTS. Portalen viser en nøkkel: lagre den som webhook-nøkkelen til denne tilkoblingen, og la så portalen sende testen sin.',
    },
    toList: 'Til alle tilkoblinger',
    another: 'Legg til en til',
  },
}
