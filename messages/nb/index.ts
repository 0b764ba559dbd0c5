import type { Catalogues } from '../catalogue'
import { roles } from './roles'
import { shell } from './shell'

export const nb: Catalogues = { roles, shell }
