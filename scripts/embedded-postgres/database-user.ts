import { readFileSync, realpathSync, statSync } from 'node:fs'
import path from 'node:path'
import type { SystemUser } from '../processes/run-command'

/** PostgreSQL refuses to run as root; these are taken instead, the first that exists. */
const UNPRIVILEGED_USERS = ['postgres', 'nobody']

/**
 * The user that the database must run as: undefined means the user who runs this program.
 * @throws when this is root and the machine has no unprivileged user
 */
export function databaseUser(): SystemUser | undefined {
  if (process.getuid?.() !== 0) return undefined
  const passwd = readFileSync('/etc/passwd', 'utf8')
  for (const name of UNPRIVILEGED_USERS) {
    const user = findUser(passwd, name)
    if (user) return user
  }
  throw new Error('PostgreSQL cannot run as root and there is neither a user postgres nor nobody.')
}

/** Looks a user up in the text of a passwd file. */
export function findUser(passwd: string, name: string): SystemUser | undefined {
  const line = passwd.split('\n').find((candidate) => candidate.startsWith(`${name}:`))
  const [, , uid, gid] = line?.split(':') ?? []
  if (!uid || !gid) return undefined
  return { uid: Number(uid) >>> 0, gid: Number(gid) >>> 0 }
}

/**
 * True when a user may pass through every folder above an existing file or folder, and may enter or
 * execute that itself. Reads the permission bits only.
 */
export function canReach(file: string, user: SystemUser): boolean {
  const whole = realpathSync(file)
  for (let current = whole; ; current = path.dirname(current)) {
    const { mode, uid, gid } = statSync(current)
    const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001
    if ((mode & bit) === 0) return false
    if (current === path.dirname(current)) return true
  }
}
