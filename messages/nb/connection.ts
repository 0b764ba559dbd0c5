import { settingContradictions } from './setting-contradictions'

/** One merchant account: what it is, and changing it. */
export const connection = {
  problems: {
    ...settingContradictions,
    overtaken:
      '{detail} endret denne tilkoblingen etter at du åpnet siden, så ingenting ble endret nå. Se hva som står der, og prøv igjen.',
    closed: 'Denne tilkoblingen er fjernet for godt og kan ikke endres lenger.',
    name_taken: 'En annen tilkobling heter «{detail}». Velg et annet navn.',
    name_malformed: 'Skriv et navn på høyst {detail} tegn.',
    name_differs: 'Det er ikke navnet på tilkoblingen. Skriv det nøyaktig slik det står der.',
    operations_open:
      'En operasjon på denne tilkoblingen er ikke ferdig, så den ble ikke fjernet. Pengene kan fortsatt flyttes: vent til den er avklart under Pågår, eller avgjør den der.',
    nothing_typed: 'Fyll ut minst ett felt. Det som står tomt, beholdes som det er.',
    fields_malformed:
      'Se på {detail}: det mangler, eller har ikke formen som leverandøren trenger. Ingenting ble endret.',
    other_environment:
      'En testtilkobling forblir en testtilkobling, og en ekte forblir ekte: dette hører til den andre. Legg det til som en egen tilkobling.',
    account_missing:
      'Tilkoblingen leser også {detail}, og beholder betalingene derfra. Oppgi den kontoen igjen.',
    account_connected:
      'En av disse kontoene har allerede en tilkobling: {detail}. Hver konto har én tilkobling.',
    secret_unreadable:
      'Den lagrede hemmeligheten kan ikke åpnes med nøkkelen til denne serveren. Skriv inn hele hemmeligheten på nytt først.',
    secret_refused:
      'Leverandøren godtar ikke dette, eller en rettighet mangler. Ingenting ble endret; den forrige hemmeligheten brukes fortsatt. Leverandøren sier: {detail}',
    wrong_account:
      'Dette fører til en annen konto enn den tilkoblingen har. Ingenting ble endret; den forrige hemmeligheten brukes fortsatt. {detail}',
    unavailable:
      'Leverandøren kunne ikke spørres, så ingenting ble endret; den forrige hemmeligheten brukes fortsatt. Prøv igjen om litt. ({detail})',
    unusable: 'Den kan ikke brukes slik: {detail}',
  },
  faults: {
    credentials_refused:
      'Leverandøren godtar ikke hemmeligheten lenger, så ingenting kan leses eller sendes. Bytt hemmeligheten.',
    right_missing:
      'Hemmeligheten mangler en rett som trengs. Gi den den retten hos leverandøren, og kontroller på nytt.',
    read_only:
      'Med hemmeligheten kan man bare lese: ingen penger kan flyttes. Gi den rettene til å trekke, annullere og refundere hos leverandøren, eller bytt hemmeligheten.',
    unknown_account:
      'Leverandøren kjenner ikke kontoen på denne adressen. Spør leverandøren om den er flyttet eller avsluttet.',
    wrong_account:
      'Hemmeligheten fører til en annen konto eller et annet miljø enn tilkoblingens. Bytt den med hemmeligheten til denne kontoen.',
    no_api:
      'Leverandøren har ingen slik tjeneste på tilkoblingens adresse. Spør leverandøren om adressen, og koble kontoen til på nytt med npm run connect.',
    list_refused:
      'Listen over betalinger kan ikke leses. Hvis leverandøren ikke har slått på søket etter dato, slår du det av i innstillingene.',
    unreadable:
      'Leverandøren svarer på en måte som ikke kan leses. Spør leverandøren hva som er endret, og kontroller på nytt.',
    unavailable:
      'Leverandøren kan ikke nås, eller svarer ikke. Paydesk fortsetter å prøve; varer det, ser du på leverandørens statusside.',
    unusable:
      'Slik den er lagret, kan den ikke brukes. Se på innstillingene, eller skriv inn hele hemmeligheten på nytt.',
  },
  test: {
    submit: 'Kontroller nå',
    pending: 'Kontrollerer hos {provider}…',
    works: 'Den virker.',
    worksBefore: 'Den ble kontrollert for et øyeblikk siden, og virker.',
    fault: 'Den virker ikke. {fault}',
    faultBefore: 'Den ble kontrollert for et øyeblikk siden, og virker ikke. {fault}',
  },
  page: {
    pageTitle: 'Tilkobling',
    back: 'Alle tilkoblinger',
    closed:
      'Denne tilkoblingen ble fjernet for godt {at}. Hemmeligheten er slettet, og ingenting spørres om eller sendes lenger; betalingene og historikken deres blir stående. Ingen annen tilkobling kan lages til kontoen.',
    disabled:
      'Denne tilkoblingen er slått av: ingenting nytt startes, og listen leses heller ikke. Operasjoner som ble startet før, følges fortsatt opp.',
    states: { enabled: 'På', disabled: 'Slått av', closed: 'Fjernet' },
    broken: 'Virker ikke',
    failing: 'Denne tilkoblingen har ikke virket siden {since}. {fault}',
    provider: 'Leverandørens ord: {message}',
    test: 'Test',
    live: 'Produksjon',
    pending: 'Lagrer…',
    facts: 'Konto',
    account: 'Konto',
    alsoReads: 'Leser også',
    address: 'Adresse',
    webhookAddress: 'Webhooks til',
    payments: 'Betalinger',
    held: 'Reservert',
    nothingHeld: 'Ingenting',
    added: 'Tilkoblet',
    health: 'Tilstand',
    secretState: 'Hemmelighet',
    secretReadable: 'Kan åpnes',
    secretUnreadable:
      'Kan ikke åpnes med nøkkelen til denne serveren: skriv den inn på nytt nedenfor',
    lastCheck: 'Siste kontroll',
    neverChecked: 'Ikke kontrollert ennå',
    checkPassed: 'Svarte {at}',
    checkFailed: 'Mislyktes {at}; den har ikke virket siden {since}',
    changes: 'Endringer',
    knownUntil: 'Kjent til og med {at}',
    notKnown: 'Listen er ikke lest til slutten ennå, eller leverandøren har ingen',
    webhooks: 'Webhooks',
    lastWebhook: 'Den siste kom {at}',
    noWebhook: 'Ingen har kommet ennå',
    previousWebhook: 'Gammel nøkkel',
    previousUntil: 'Webhooks signert med den gjelder til {at}',
    unread: 'Ulest',
    unreadCount:
      '{count, plural, one {Én betaling kunne ikke leses} other {# betalinger kunne ikke leses}}',
    open: 'Pågår',
    openCount: '{count, plural, =0 {Ingen operasjon} one {Én operasjon} other {# operasjoner}}',
    lastChanges: 'Siste endringer',
    actions: {
      added: '{actor} koblet den til',
      renamed: '{actor} ga den nytt navn',
      secret_replaced: '{actor} byttet hemmeligheten',
      settings_changed: '{actor} endret innstillingene',
      disabled: '{actor} slo den av',
      enabled: '{actor} slo den på',
      closed: '{actor} fjernet den for godt',
    },
    name: {
      title: 'Navn',
      label: 'Navn på tilkoblingen',
      meaning: 'Alle ser det i lister, på betalinger og i eksporter. Ingenting annet endres.',
      save: 'Lagre navnet',
      saved: 'Navnet er lagret.',
    },
  },
  settings: {
    title: 'Innstillinger for kontoen',
    meaning:
      'Det {provider} har avtalt med deg. De prøves før de lagres, og gjelder fra neste operasjon.',
    submit: 'Prøv og lagre',
    pending: 'Prøver hos {provider}…',
    saved: 'Innstillingene er lagret og gjelder nå.',
    same: 'Slik var det satt allerede: ingenting ble endret.',
  },
  secret: {
    title: 'Bytt hemmeligheten',
    meaning:
      'Fyll ut feltene som er nye; det som står tomt, beholdes. Den prøves hos {provider} først, og lagres bare når det virker.',
    unreadable:
      'Den lagrede hemmeligheten kan ikke åpnes. Skriv inn alle feltene på nytt, og se deretter på innstillingene for kontoen.',
    stays: 'Blir som den er',
    webhookHint: 'Den forrige gjelder i 24 timer til.',
    show: 'Vis det jeg skriver',
    effect:
      'Alle instanser bruker den nye fra neste forespørsel; den gamle brukes ikke igjen. Det som ble sendt i samme øyeblikk, avsluttes fortsatt med den: trekk den gamle tilbake hos {provider} et minutt senere.',
    webhookEffect:
      'Webhooks signert med den forrige hemmeligheten godtas i 24 timer, så ingen går tapt mens du registrerer den nye.',
    submit: 'Prøv og bytt',
    pending: 'Prøver hos {provider}…',
    replaced: 'Den nye hemmeligheten virker og er i bruk. Ingen må logge inn på nytt.',
    same: 'Det er hemmeligheten som allerede er lagret: ingenting ble endret.',
  },
  state: {
    title: 'Slå av',
    disable: 'Slå av',
    enable: 'Slå på',
    disableMeaning:
      'Ingenting nytt trekkes, refunderes, annulleres eller belastes, ingenting importeres, og listen leses ikke. Betalingene er fortsatt synlige og sier hvorfor ingenting tilbys. Det gjelder for alle fra neste klikk.',
    enableMeaning:
      'Betalinger kan trekkes, refunderes og annulleres igjen av alle som har lov, og listen leses med en gang.',
    open: '{count, plural, one {Én operasjon som er startet,} other {# operasjoner som er startet,}} følges fortsatt opp til slutten.',
    disabled: 'Tilkoblingen er slått av.',
    enabled: 'Tilkoblingen er slått på. Listen blir lest.',
  },
  removal: {
    title: 'Fjern for godt',
    meaning:
      'Hemmeligheten slettes, og ingenting kan noensinne trekkes, refunderes eller annulleres gjennom den igjen. {count, plural, one {Den ene betalingen blir stående og kan leses} other {De # betalingene blir stående og kan leses}} med all historikk, og kontoen blir hos denne tilkoblingen: den kan ikke kobles til igjen.',
    meaningEmpty:
      'Den har ingen betaling, så den forsvinner med hemmeligheten. Kontoen kan kobles til igjen.',
    held: 'Fortsatt reservert hos kundene: {held}. Etter fjerningen kan bare leverandørens egen portal trekke eller frigi det.',
    open: '{count, plural, one {Én operasjon er} other {# operasjoner er}} ikke ferdig: tilkoblingen kan ikke fjernes før.',
    confirm: 'Skriv «{name}» for å bekrefte',
    submit: 'Fjern for godt',
    pending: 'Fjerner…',
  },
}
