import { randomBytes, randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { listPasskeys } from '@/db/queries/access/passkeys'
import { findLiveSession, insertSession } from '@/db/queries/access/sessions'
import { auditEntries } from '@/db/schema/audit'
import { passkeyChallenges } from '@/db/schema/passkeys'
import { signInThrottles, users } from '@/db/schema/people'
import { signInByPasskey, startPasskeySignIn } from '@/lib/access/passkeys/sign-in-by-passkey'
import type { Actor } from '@/lib/domain/access/actor'
import type { PasskeyProblem, SignedChallenge } from '@/lib/domain/access/passkey'
import { addPerson } from '@/lib/people/add-person'
import { addOwnPasskey, startOwnPasskey } from '@/lib/people/passkeys/add-own-passkey'
import { removeOwnPasskey } from '@/lib/people/passkeys/change-own-passkeys'
import { SoftwareAuthenticator, type Deviation } from './software-authenticator'

export const PASSWORD = 'a password for tests'
/** The site of the test environment. */
export const ORIGIN = 'http://localhost:3000'
export const BROWSER = randomBytes(32).toString('base64url')
export const OTHER_BROWSER = randomBytes(32).toString('base64url')
/** The command line, as who asks. */
export const OPERATOR = { requestId: randomUUID(), reason: null, actor: null }
const ADDRESS = '203.0.113.7'

/** The result of a refusal for this reason. */
export function refused(problem: PasskeyProblem) {
  return { ok: false, error: { code: 'passkey_refused', values: { problem } } }
}

/** What people do with passkeys in tests: Anna, with one browser and any number of devices. */
export class PasskeyTries {
  readonly tools: { readonly database: Database; readonly secret: string }

  private constructor(
    private readonly database: Database,
    private readonly owner: Database,
    readonly anna: Actor,
  ) {
    this.tools = { database, secret: 'a secret of at least 32 characters' }
  }

  /**
   * Anna alone, signed in, in a database without anyone else.
   * @param owner the same database with all rights, as the command line has them
   */
  static async begin(database: Database, owner: Database): Promise<PasskeyTries> {
    await owner.run((db) => db.delete(users))
    await database.run((db) => db.delete(signInThrottles))
    await database.run((db) => db.delete(passkeyChallenges))
    const anna = await addSignedIn(owner, 'Anna Lie', 'anna@paydesk.example')
    return new PasskeyTries(database, owner, anna)
  }

  /** Another admin, signed in. */
  addBo(): Promise<Actor> {
    return addSignedIn(this.owner, 'Bo Dahl', 'bo@paydesk.example')
  }

  openSession(): Promise<string> {
    return openSession(this.database, this.anna.userId)
  }

  async isLive(sessionId: string): Promise<boolean> {
    return (await findLiveSession(this.database, sessionId)) !== null
  }

  context(actor: Actor = this.anna) {
    return { actor, requestId: randomUUID(), database: this.database }
  }

  /** What the browser is asked for a passkey to be made. */
  async creation(actor: Actor = this.anna) {
    const begun = await startOwnPasskey(this.context(actor), { current: PASSWORD }, BROWSER)
    if (!begun.ok) throw new Error(begun.error.code)
    return begun.value
  }

  async add(device = new SoftwareAuthenticator(ORIGIN), actor: Actor = this.anna) {
    const answer = { name: 'Phone', ...device.make(await this.creation(actor)) }
    const added = await addOwnPasskey(this.context(actor), answer, BROWSER)
    if (!added.ok) throw new Error(JSON.stringify(added.error))
    return device
  }

  /** The id of Anna's first passkey. */
  async passkeyId(): Promise<string> {
    const [first] = await listPasskeys(this.database, this.anna.userId, 1)
    return first?.id ?? ''
  }

  remove(passkeyId: string, current = PASSWORD) {
    return removeOwnPasskey(this.context(), { passkeyId, current })
  }

  /** What the browser is asked for signing in. */
  async request() {
    const begun = await startPasskeySignIn(this.tools, { address: ADDRESS, browserKey: BROWSER })
    if (!begun.ok) throw new Error(begun.error.code)
    return begun.value
  }

  send(signed: SignedChallenge, browserKey: string | null = BROWSER, address = ADDRESS) {
    const fresh = { requestId: randomUUID(), sessionId: randomUUID() }
    const request = { signed, address, browserKey, userAgent: 'test', ...fresh }
    return signInByPasskey(this.tools, request)
  }

  async signIn(device: SoftwareAuthenticator, deviation?: Deviation) {
    return this.send(device.sign(await this.request(), deviation))
  }

  /** The entries about passkeys in Anna's audit stream. */
  async entries() {
    const stored = await this.database.run((db) =>
      db
        .select()
        .from(auditEntries)
        .where(eq(auditEntries.streamId, this.anna.userId))
        .orderBy(auditEntries.sequence),
    )
    return stored.filter(({ action }) => action.startsWith('person.passkey'))
  }
}

async function addSignedIn(database: Database, name: string, email: string): Promise<Actor> {
  await addPerson(
    database,
    { email, name, role: 'admin', scope: 'all', password: PASSWORD },
    OPERATOR,
  )
  const [row] = await database.run((db) => db.select().from(users).where(eq(users.email, email)))
  const userId = row?.id ?? ''
  const sessionId = await openSession(database, userId)
  return { userId, sessionId, name, email, role: 'admin', scope: 'all' }
}

async function openSession(database: Database, userId: string): Promise<string> {
  const id = randomUUID()
  await insertSession(database, { id, userId, epoch: 0, userAgent: null, maxAgeS: 60 })
  return id
}
