import type { SignIn } from '@/scripts/demo-data'
import { CaptureAction } from '@/testing/over-http/capture-action'
import { signIn } from '@/testing/over-http/sign-in'
import type { Layer } from './layer'
import { captureFor } from './people'
import { AMOUNT_MINOR, CURRENCY, type Payment } from './payments'

/** Users who are signed in to the running application. */
export class SignedInPeople {
  readonly #action: CaptureAction

  private constructor(
    url: string,
    private readonly cookies: readonly string[],
  ) {
    this.#action = new CaptureAction({ url })
  }

  /** Signs in `count` times, each with a session of its own. */
  static async signIn(url: string, count: number, who: SignIn): Promise<SignedInPeople> {
    const cookies: string[] = []
    while (cookies.length < count) cookies.push(await signIn({ url }, who.email, who.password))
    return new SignedInPeople(url, cookies)
  }

  /** One capture by one user; returns the state that the action reports. */
  async capture(payment: Payment, person: number): Promise<string> {
    const cookie = this.cookies[person % this.cookies.length]
    if (cookie === undefined) throw new Error('no user is signed in')
    const { id, moneyRevision } = payment
    const open = { id, moneyRevision, amountMinor: AMOUNT_MINOR, currency: CURRENCY }
    return (await this.#action.capture(open, cookie)).state
  }
}

/** Captures through the running application, whose main process has this id. */
export function actionLayer(people: SignedInPeople, pid: number): Layer {
  return {
    name: 'action',
    pid,
    round: (durationMs, count, payments) =>
      captureFor(durationMs, count, payments, async (payment, person) => {
        const state = await people.capture(payment, person)
        if (state !== 'succeeded') throw new Error(`it ended as ${state}`)
      }),
  }
}
