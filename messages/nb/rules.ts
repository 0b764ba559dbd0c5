import type { Catalogue } from '../en'

export const rules: Catalogue<'rules'> = {
  pageTitle: 'Regler',
  title: 'Regler',
  description:
    'Det Paydesk gjør av seg selv, på vegne av administratoren som slo det på. Hver endring står i revisjonssporet.',
  locked: 'Bare noen kan sette regler',
  lockedMeaning: 'Rollen din, {role}, kan ikke det. Spør {roles}.',
  lockedScope:
    'Regler gjelder for alle tilkoblinger, og du ser bare noen av dem. Spør en administrator som ser alle.',
  none: 'Det finnes ingen regel ennå: ingenting forlenges uten at en person gjør det.',
  on: 'På',
  off: 'Av',
  stopped: 'Stoppet av seg selv',
  sentence:
    'Forlenger reservasjonen av betalinger med etiketten <tag></tag> {hours, plural, one {den siste timen} other {de siste # timene}}, høyst {times, plural, one {én gang} other {# ganger}} hver, og aldri utover leverandørens lengste reservasjon. Sier leverandøren nei, trenger betalingen oppfølging, og det prøves igjen neste dag.',
  onBy: 'Slått på av {name} {time}: den handler med rettighetene til {name}.',
  runs: '{count, plural, =0 {Den har ikke forlenget noen reservasjon så langt.} one {Den har forlenget # reservasjon så langt.} other {Den har forlenget # reservasjoner så langt.}}',
  stopReasons: {
    person_disabled: 'Den som slo den på, kan ikke logge inn lenger. Slå den på i ditt eget navn.',
    right_withdrawn:
      'Den som slo den på, kan ikke lenger forlenge reservasjoner for alle tilkoblinger. Slå den på i ditt eget navn.',
  },
  switchOn: 'Slå på',
  switchOff: 'Slå av',
  switchOnNamed: 'Slå på: {name}',
  switchOffNamed: 'Slå av: {name}',
  remove: 'Fjern…',
  removeNamed: 'Fjern: {name}…',
  removeQuestion: 'Fjerne {name} for godt? Det den gjorde, blir stående i historikken.',
  removeSure: 'Fjern',
  keep: 'Behold',
  add: {
    title: 'Ny regel',
    meaning:
      'Forlenger reservasjonen av merkede betalinger før den utløper. En ny regel er av til du slår den på.',
    name: 'Navn',
    tag: 'Etikett',
    tagHint: 'Settes på betalinger av folk, for eksempel «restordre».',
    withinHours: 'Timer før reservasjonen utløper',
    hoursHint:
      'Fra 1 til 336. Med 72 er det to dager til et nytt forsøk når leverandøren sier nei.',
    maxTimes: 'Ganger per betaling, høyst',
    timesHint: 'Fra 1 til 50.',
    submit: 'Legg til regel',
  },
}

export const tags: Catalogue<'tags'> = {
  title: 'Etiketter',
  none: 'Ingen etiketter ennå. Betalinger finnes igjen ved etikettene, og regler bruker dem.',
  by: '{name}, {time}',
  label: 'Ny etikett',
  add: 'Legg til etikett',
  remove: 'Ta av etiketten {tag}',
  notExtended: 'Regelen {rule} forlenget ikke reservasjonen {time}.',
}
