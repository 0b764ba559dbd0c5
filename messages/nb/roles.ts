import type { Catalogue } from '../catalogue'

export const roles: Catalogue<'roles'> = {
  staff: 'Butikkmedarbeider',
  support: 'Kundestøtte',
  admin: 'Administrator',
}
