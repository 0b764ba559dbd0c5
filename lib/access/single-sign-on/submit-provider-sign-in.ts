import { randomUUID } from 'node:crypto'
import { cookies, headers } from 'next/headers'
import { database } from '@/db/client'
import { readSetting } from '@/db/queries/access/organization-settings'
import { giveSignInTryBack, takeSignInTry } from '@/db/queries/access/sign-in-throttles'
import { env } from '@/lib/config/env'
import { encryptionKeys } from '@/lib/config/key-ring'
import { LIMITS } from '@/lib/config/limits'
import type { SingleSignOnProblem } from '@/lib/domain/access/single-sign-on'
import { log } from '@/lib/observability/log'
import { requestIdHere } from '@/lib/observability/request-context'
import { changeSession } from '../change-session'
import { readAddress } from '../request-runtime'
import { readSession } from '../read-session'
import { safeReturnPath } from '../return-path'
import { providerStepKey } from '../throttle-keys'
import { startAtProvider } from './ask-provider'
import { providerCookies, readReturn, writeReturn, type ProviderReturn } from './provider-cookies'
import type { ProviderClient } from './provider-options'
import { openProviderSecret } from './provider-secret'
import {
  logProviderFailure,
  signInByProvider,
  type AdmitPerson,
  type SteppingUp,
} from './sign-in-by-provider'

/** The parameters with which a provider sends a browser back. All others are not read. */
const ANSWER_FIELDS = ['code', 'state', 'iss', 'error'] as const

/**
 * Begins a sign-in at the identity provider.
 * @returns the address to redirect to: the provider's, or a page of ours that says why not
 */
export async function submitProviderStart(search: URLSearchParams): Promise<string> {
  const from = safeReturnPath(search.get('from'))
  const actor = search.get('again') === '1' ? await readActor() : null
  const start = { from, isAgain: actor !== null }
  const requestId = requestIdHere()
  try {
    const client = await readClient()
    if (typeof client === 'string') return problemPath(client, start)
    if (!(await takeStep(actor))) return problemPath('too_many_tries', start)
    const started = await startAtProvider(client, start)
    if (!started.ok) {
      await logFailure(started.outcome, actor)
      return problemPath(started.problem, start)
    }
    const jar = await cookies()
    const own = providerCookies(client.applicationUrl)
    for (const { name, options } of [own.state, own.nonce, own.pkceCodeVerifier]) {
      jar.set(name, started.cookies.get(name) ?? '', options)
    }
    jar.set(own.returnTo.name, writeReturn(start), own.returnTo.options)
    return started.address
  } catch (error) {
    log().error({ requestId, err: error }, 'a sign-in by single sign-on was not begun')
    return problemPath('internal', start)
  }
}

/**
 * Takes a browser's return from the identity provider: signs in, sets the session cookie and takes
 * away the cookies of the beginning, whatever came of it.
 * @returns the path to redirect to
 */
export async function submitProviderAnswer(
  search: URLSearchParams,
  admit: AdmitPerson,
): Promise<string> {
  const requestId = requestIdHere()
  const jar = await cookies()
  const own = providerCookies(env().NEXTAUTH_URL)
  const start = readReturn(jar.get(own.returnTo.name)?.value)
  try {
    const client = await readClient()
    if (typeof client === 'string') return problemPath(client, start)
    const { isAgain } = start
    const actor = isAgain ? await readActor() : null
    if (!(await takeStep(actor))) return problemPath('too_many_tries', start)
    const given = Object.fromEntries(jar.getAll().map(({ name, value }) => [name, value]))
    const result = await signInByProvider(
      database(),
      { client, admit },
      {
        reply: { query: answerOf(search), cookies: given, isAgain },
        actor,
        address: await readAddress(),
        userAgent: (await headers()).get('user-agent'),
        sessionId: randomUUID(),
        requestId,
      },
    )
    if (!result.ok) return problemPath(result.problem, start)
    if (result.isNew) await changeSession(result.sessionId)
    await giveStepsBack()
    return start.from
  } catch (error) {
    log().error({ requestId, err: error }, 'a sign-in by single sign-on failed')
    return problemPath('internal', start)
  } finally {
    for (const { name, options } of Object.values(own)) {
      jar.set(name, '', Object.assign({}, options, { maxAge: 0 }))
    }
  }
}

/** Counts one more request that asks the provider for something; false where there were too many. */
async function takeStep(actor: SteppingUp | null): Promise<boolean> {
  const { admitted } = await takeSignInTry(database(), await stepThrottle())
  if (!admitted) await logFailure('too_many_tries', actor)
  return admitted
}

/** A sign-in that worked counts neither its beginning nor its return. */
async function giveStepsBack(): Promise<void> {
  const throttle = await stepThrottle()
  await giveSignInTryBack(database(), throttle)
  await giveSignInTryBack(database(), throttle)
}

async function stepThrottle() {
  const { providerStepsPerAddress: limit, throttleWindowS: windowS } = LIMITS.access
  const key = providerStepKey(await readAddress(), env().NEXTAUTH_SECRET)
  return { key, limit, windowS }
}

async function logFailure(outcome: string, actor: SteppingUp | null): Promise<void> {
  const facts = { address: await readAddress(), requestId: requestIdHere() }
  logProviderFailure({ facts, actor, outcome })
}

/** Who is signed in in this browser; null without a live session. */
async function readActor(): Promise<SteppingUp | null> {
  return (await readSession(true))?.actor ?? null
}

/** The provider that is set, ready to be asked; the reason why there is none. */
async function readClient(): Promise<ProviderClient | SingleSignOnProblem> {
  const settings = await readSetting(database(), 'single_sign_on')
  if (settings === null) return 'off'
  const { NEXTAUTH_URL: applicationUrl, NEXTAUTH_SECRET: secret } = env()
  const opened = openProviderSecret(settings, encryptionKeys())
  if (!opened.ok) {
    log().error({ code: opened.error.code }, 'the secret of single sign-on cannot be opened')
    return 'internal'
  }
  return { settings, clientSecret: opened.value, applicationUrl, secret }
}

/** What the provider answers, as far as it is read; nothing of an address that is too long. */
function answerOf(search: URLSearchParams): Readonly<Record<string, string>> {
  if (search.toString().length > LIMITS.identityProvider.answerLength) return {}
  return Object.fromEntries(
    ANSWER_FIELDS.flatMap((name) => {
      const value = search.get(name)
      return value === null ? [] : [[name, value]]
    }),
  )
}

/** The sign-in page with the reason. A person who is still signed in goes on from there. */
function problemPath(problem: SingleSignOnProblem, { from }: ProviderReturn): string {
  const query = new URLSearchParams({ sso: problem })
  if (from !== safeReturnPath(null)) query.set('from', from)
  return `/sign-in?${query.toString()}`
}
