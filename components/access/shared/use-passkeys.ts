'use client'

import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/browser'
import { useSyncExternalStore } from 'react'
import type { PasskeyProblem, SignedChallenge } from '@/lib/domain/access/passkey'
import { failure, type Result } from '@/lib/domain/operation/result'

const neverChanges = () => () => undefined

/** True where the browser knows passkeys; null before its script has run. */
export function useKnowsPasskeys(): boolean | null {
  return useSyncExternalStore(
    neverChanges,
    () => 'PublicKeyCredential' in window,
    () => null,
  )
}

const PROBLEMS: Readonly<Record<string, PasskeyProblem>> = {
  NotAllowedError: 'cancelled',
  AbortError: 'cancelled',
  InvalidStateError: 'already_here',
  ConstraintError: 'no_device',
  NotSupportedError: 'no_device',
  SecurityError: 'wrong_site',
}

/** What the browser and its device answer; `passkey_refused`, by the name of their error, when nothing. */
export async function answerOf<T>(ask: () => Promise<T>): Promise<Result<T>> {
  try {
    return { ok: true, value: await ask() }
  } catch (error) {
    const name = error instanceof Error ? error.name : ''
    return failure('passkey_refused', { values: { problem: PROBLEMS[name] ?? 'unreadable' } })
  }
}

/** Has the device sign a challenge by a passkey. Rejects as browsers do; see `answerOf`. */
export async function signByDevice(
  optionsJSON: PublicKeyCredentialRequestOptionsJSON,
): Promise<SignedChallenge> {
  const { startAuthentication } = await import('@simplewebauthn/browser')
  const { id, response } = await startAuthentication({ optionsJSON })
  const { clientDataJSON: clientDataJson, authenticatorData, signature, userHandle = '' } = response
  return { id, clientDataJson, authenticatorData, signature, userHandle }
}
