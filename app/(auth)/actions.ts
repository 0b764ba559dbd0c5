'use server'

import { submitSignIn, type SignInAnswer } from '@/lib/access/submit-sign-in'
import { submitSignOut } from '@/lib/access/submit-sign-out'
import type { Failure } from '@/lib/domain/operation/result'

/** The sign-in form's action; its first argument is the answer before. */
export async function signIn(_previous: SignInAnswer, form: unknown): Promise<SignInAnswer> {
  return submitSignIn(form)
}

/** The sign-out button's action. Returns only when it did not work. */
export async function signOut(): Promise<Failure> {
  return submitSignOut()
}
