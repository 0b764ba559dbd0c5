import { hostname } from 'node:os'
import packageFile from '@/package.json' with { type: 'json' }

/** The version of this build. */
export const VERSION: string = packageFile.version

/** Tells this process from the others that run Paydesk: the machine, or its container, and the process. */
export const INSTANCE = `${hostname()}-${process.pid}`
