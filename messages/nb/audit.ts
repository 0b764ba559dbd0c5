import type { Catalogue } from '../en'

export const audit: Catalogue<'audit'> = {
  pageTitle: 'Revisjon',
  title: 'Revisjonsspor',
  description: 'Hvem som gjorde hva, når og hvorfor: Hver oppføring er lenket til den foregående.',
  locked: 'Bare noen kan kontrollere revisjonssporet',
  lockedMeaning:
    'Rollen din, {role}, kan ikke det. Spør {roles}. Det som har skjedd med en betaling, står i dens egen historikk.',
  verification: 'Kontroll',
  meaning:
    'Kontrollen beregner hver hash på nytt, utenfor databasen, og navngir det som er endret, fjernet eller flyttet.',
  verify: 'Kontroller nå',
  verifying: 'Kontrollerer …',
  fits: 'Alle oppføringer stemmer',
  broken: 'Sporet er brutt',
  entries: 'Oppføringer',
  chains: 'Kjeder',
  verified: 'Kontrollert',
  digest: 'Kontrollsum for alle kjeder (SHA-256)',
  digestName: 'kontrollsum',
  keepHeads:
    'Ta vare på den nyeste oppføringen i hver kjede utenfor databasen: Med den oppdages også et spor som senere er kuttet kort.',
  download: 'Last ned de nyeste oppføringene (JSON)',
  badEntry: {
    inChain: 'Først ved <strong>oppføring {sequence}</strong> i kjeden {chain}: {problem}.',
    inPersonsChain:
      'Først ved <strong>oppføring {sequence}</strong> i kjeden om {name}: {problem}.',
    inOrder:
      'Først ved <strong>oppføring {sequence}</strong> i kjeden til <link>ordre {reference}</link>: {problem}.',
    inPayment:
      'Først ved <strong>oppføring {sequence}</strong> i kjeden til <link>en betaling</link>: {problem}.',
    chain: 'Kjede {chain}',
    meaning:
      'Bare noen med rettigheter i selve databasen kan gjøre det. Ta vare på en kopi av databasen slik den er, og finn ut hvem som gjorde det, før noe annet gjøres.',
  },
  problems: {
    entry_missing: 'en oppføring mangler før denne',
    does_not_follow: 'den følger ikke av oppføringen før',
    content_changed: 'innholdet er endret',
    not_as_exported: 'oppføringen er en annen enn i den eksporterte filen',
    chain_missing: 'hele kjeden mangler',
    end_missing: 'oppføringer mangler på slutten av kjeden',
    shorter_than_exported: 'kjeden er kortere enn i den eksporterte filen',
    dated_anew: 'den er datert annerledes enn operasjonen sin, som når bare data er gjenopprettet',
  },
}
