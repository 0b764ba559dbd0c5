import type { Catalogue } from '../catalogue'

export const access: Catalogue<'access'> = {
  signIn: 'Logg inn',
  signingIn: 'Logger inn …',
  email: 'E-postadresse',
  password: 'Passord',
  signOut: 'Logg ut',
  firstPerson: {
    title: 'Ingen kan logge inn ennå',
    meaning: 'På serveren lager denne kommandoen den første kontoen, en administrator:',
    command: 'kommandoen',
    email: 'deg@example.com',
    name: 'Navnet ditt',
    after: 'Den viser et passord én gang. Logg inn med det her.',
  },
}
