'use server'

import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server'
import {
  submitPasskeySignIn,
  submitPasskeyStart,
} from '@/lib/access/passkeys/submit-passkey-sign-in'
import { submitCode } from '@/lib/access/sign-in/submit-code'
import { submitSignIn, type SignInAnswer } from '@/lib/access/sign-in/submit-sign-in'
import { submitSignOut } from '@/lib/access/sign-in/submit-sign-out'
import { submitWelcome } from '@/lib/access/sign-in/submit-welcome'
import type { Failure, Result } from '@/lib/domain/operation/result'
import { choosePassword } from '@/lib/people/choose-password'

/** The sign-in form's action; its first argument is the answer before. */
export async function signIn(_previous: SignInAnswer, form: unknown): Promise<SignInAnswer> {
  return submitSignIn(form)
}

/** The action of the form that asks for a code; its first argument is the answer before. */
export async function signInWithCode(_previous: Failure | null, form: unknown): Promise<Failure> {
  return submitCode(form)
}

/** The sign-out button's action. Returns only when it did not work. */
export async function signOut(): Promise<Failure> {
  return submitSignOut()
}

/** The action of the form that a one-time link leads to; its first argument is the answer before. */
export async function joinByLink(_previous: Failure | null, form: unknown): Promise<Failure> {
  return submitWelcome(form, choosePassword)
}

/** Asks the browser for a passkey, with a challenge that its device has to sign. */
export async function startPasskeySignIn(): Promise<Result<PublicKeyCredentialRequestOptionsJSON>> {
  return submitPasskeyStart()
}

/** Signs in by what the device has signed. Returns only when it did not work. */
export async function signInByPasskey(signed: unknown, from: unknown): Promise<Failure> {
  return submitPasskeySignIn(signed, from)
}
