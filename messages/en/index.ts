import { roles } from './roles'
import { shell } from './shell'

/** The English texts; every other language has the same keys. */
export const en = { roles, shell } as const

export type Messages = typeof en
