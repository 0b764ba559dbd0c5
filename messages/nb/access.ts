import type { Catalogue } from '../catalogue'

export const access: Catalogue<'access'> = {
  signIn: 'Logg inn',
  signingIn: 'Logger inn …',
  email: 'E-postadresse',
  password: 'Passord',
  signOut: 'Logg ut',
}
