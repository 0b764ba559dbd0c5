import type { Catalogue } from '../en'

export const expiring: Catalogue<'expiring'> = {
  endToday: '{count} i dag',
  due: {
    today: 'I dag',
    tomorrow: 'I morgen',
    week: 'Denne uken',
    later: 'Senere',
    passed: 'Fristen er ute',
    unknown: 'Ingen kjent dato',
  },
  sections: {
    until: 'til {day}',
    after: 'etter {day}',
    goesOn: '(fortsetter)',
    passedNote:
      'Fristen er ute, så pengene kan bli frigitt når som helst. Det går an å prøve likevel: et avvist trekk flytter ingenting.',
    tries: 'Kan fortsatt prøves: {what}',
    noTry: 'Ingenting du kan prøve her.',
    try: { capture: 'trekke', extend_authorization: 'be om mer tid', void: 'frigi' },
    showPassed: 'Vis alle der fristen er ute, som liste',
  },
  reckoned:
    '≈ Beregnet etter det som er vanlig for betalingsmåten, fordi leverandøren ikke ga noen dato. En dato uten dette tegnet er leverandørens egen.',
}
