import type { Catalogue } from '../catalogue'

export const roles: Catalogue<'roles'> = {
  viewer: 'Lesetilgang',
  staff: 'Butikkmedarbeider',
  support: 'Kundestøtte',
  admin: 'Administrator',
}
