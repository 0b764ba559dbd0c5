import type { Catalogue } from '../en'

export const business: Catalogue<'business'> = {
  pageTitle: 'Bedriften',
  title: 'Bedriften',
  description: 'Det som gjelder for alle som logger inn her. Hver endring står i revisjonssporet.',
  locked: 'Bare noen kan endre innstillingene for bedriften',
  lockedMeaning: 'Rollen din, {role}, kan ikke det. Spør {roles}.',
  lockedScope:
    'De gjelder for alle tilkoblinger, og du ser bare noen av dem. Spør en administrator som ser alle.',
  save: 'Lagre',
  pending: 'Lagrer…',
  saved: 'Lagret. Alle ser det fra neste side av.',
  unchanged: 'Det var satt allerede.',
  storedNow: 'Nå gjelder: {value}',
  nothingSet: 'ingenting',
  name: {
    title: 'Navn',
    meaning:
      'Vises øverst i stedet for «Paydesk», på utskrifter og i navnene på eksporterte filer.',
    label: 'Navn på bedriften',
    hint: 'Tomt: Paydesk.',
  },
  logo: {
    title: 'Logo',
    meaning:
      'Vises øverst og på utskrifter, til dem som er logget inn: PNG, JPEG eller WebP på høyst {kilobytes, number} KB og {px, number} piksler i bredde og høyde.',
    label: 'Bilde',
    current: 'Logoen nå',
    none: 'Ingen er satt: merket til Paydesk vises.',
    choose: 'Velg et bilde først.',
    submit: 'Bruk som logo',
    remove: 'Fjern logoen',
    set: 'Lagret. Alle ser den fra neste side av.',
    size: '{width, number} × {height, number} piksler',
  },
  zone: {
    title: 'Tidssone',
    meaning:
      'Datoer og dager for dem som ikke har valgt en annen: i lister, i oversikten og i eksporter. Det som er lagret, endres ikke.',
    label: 'Tidssonen til bedriften',
    hint: 'Tomt: den som står i oppsettet av serveren, {zone}.',
  },
  languages: {
    title: 'Språk',
    meaning:
      'Språkene folk kan velge mellom. Den som har valgt et språk som ikke tilbys lenger, ser {fallback}, og siden med kontoen sier fra om det.',
    legend: 'Språk som tilbys',
    chosen:
      '{count, plural, =0 {valgt av ingen} one {valgt av én person} other {valgt av # personer}}',
  },
  reasons: {
    titles: { refund: 'Årsaker til refusjoner', void: 'Årsaker til frigivelser' },
    meaning:
      'Det folk velger mellom i dialogen, i denne rekkefølgen. En årsak som er tatt ut, tilbys ikke lenger; det som ble gjort av den grunn, beholder navnet i historikken og oversikten. Et nytt navn gjelder også for det som er gjort før.',
    name: 'Navn på årsak {position, number}',
    other: 'krever alltid et notat',
    retired: 'Tatt ut',
    retire: 'Ta ut {name}',
    offer: 'Tilby {name} igjen',
    up: 'Flytt {name} opp',
    down: 'Flytt {name} ned',
    add: 'Legg til en årsak',
    remove: 'Fjern den nye årsaken {position, number}',
    unnamed: 'den nye årsaken',
  },
  limits: {
    currency: 'Valuta {position, number}',
    amount: 'Sum {position, number}',
    add: 'Legg til en valuta',
    remove: 'Fjern {currency}',
    unnamed: 'den tomme raden',
  },
  review: {
    title: 'To personer om en avgjørelse',
    meaning:
      'Når en operasjon venter på en avgjørelse og er over denne summen, må to personer avgjøre det samme. I valutaer som ikke står her, er summen {standard, number}.',
  },
  secondFactor: {
    title: 'Påkrevd ekstra faktor',
    meaning:
      'De som har disse rollene og mangler en, setter den opp ved neste klikk; ingen stenges ute.',
    legend: 'Roller som må ha en ekstra faktor',
  },
  stepUp: {
    title: 'Ekstra faktor før det som veier tungt',
    meaning:
      'Dette krever en ekstra faktor vist i løpet av de siste fem minuttene. De som ikke har en, kan ikke gjøre det lenger og får vite hvordan de setter den opp.',
    legend: 'Handlinger',
    topics: {
      pay_out: 'Utbetalinger',
      charge_again: 'Å belaste på nytt',
      people: 'Å administrere personer, og disse innstillingene',
      connections: 'Tilkoblinger til leverandører',
    },
    refunds: 'Refusjoner over en sum',
    refundsMeaning:
      'Når det står en sum her, krever også hver refusjon i en valuta som ikke står her, det. Uten noen sum gjør ingen refusjon det.',
  },
}

export const settingFailures: Catalogue<'settingFailures'> = {
  setting_overtaken:
    '{actor} endret dette {at}, etter at du åpnet det, så ingenting ble lagret. Det du skrev, står her fortsatt: sammenlign med det som gjelder nå, og lagre på nytt for å erstatte det.',
  setting_of_all_connections:
    'Dette gjelder for alle tilkoblinger, og du ser bare noen av dem. Spør en administrator som ser alle.',
  business_name_malformed:
    'Skriv et navn med bokstaver på én linje, med høyst {most, number} tegn, ingen av dem usynlige; eller la feltet stå tomt.',
  logo_refused: {
    no_image:
      'Denne filen er ikke et bilde i PNG, JPEG eller WebP, eller den er ikke hel. Lagre logoen som et av dem og velg den filen.',
    vector:
      'En SVG kan inneholde skript, så den brukes ikke. Lagre logoen som PNG, for eksempel 400 piksler bred, og velg den filen.',
    too_large:
      'Denne filen er større enn {maxKilobytes, number} KB. Lagre logoen mindre og velg den filen.',
    too_many_pixels:
      'Dette bildet har mer enn {maxPx, number} piksler på en side. Gjør det mindre og velg den filen.',
  },
  languages_empty: 'Tilby minst ett språk.',
  no_reason_offered: 'Tilby minst én årsak: ellers kan ingen gjøre det.',
  reason_gone: 'Disse årsakene er ikke de som står i listen lenger. Last siden på nytt.',
  reason_name_malformed:
    'Skriv et navn med bokstaver på én linje, med høyst {most, number} tegn, ingen av dem usynlige.',
  reason_name_taken: '«{name}» står i listen allerede. Velg et annet navn, eller tilby den igjen.',
  too_many_reasons:
    'Listen har plass til høyst {max, number} årsaker, de som er tatt ut medregnet.',
  too_many_currencies: 'Listen har plass til høyst {max, number} valutaer.',
  currency_unknown: '«{text}» er ikke en valuta. Skriv koden på tre bokstaver, for eksempel NOK.',
  currency_twice: '{currency} står to ganger i listen. Fjern en av radene.',
}
