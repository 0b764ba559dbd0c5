/** A bearer token and the moment (ms since the epoch) from which a new one should be fetched. */
export interface CachedToken {
  readonly token: string
  readonly renewAtMs: number
}

export type TokenResult<Problem> =
  { readonly ok: true; readonly token: string } | { readonly ok: false; readonly problem: Problem }

/**
 * Keeps one token, renews it when it is due, and lets callers that arrive together share one
 * request. A token that the provider refused is dropped with `discard`, but only if it is still
 * the current one: ten refusals of one token cause one renewal.
 */
export class TokenCache<Problem> {
  #cached: CachedToken | null = null
  #underWay: Promise<TokenResult<Problem>> | null = null

  constructor(
    private readonly fetchToken: () => Promise<
      | { readonly ok: true; readonly cached: CachedToken }
      | { readonly ok: false; readonly problem: Problem }
    >,
    private readonly nowMs: () => number,
  ) {}

  /** The current token, fetched when there is none or it is due. */
  async get(): Promise<TokenResult<Problem>> {
    if (this.#cached !== null && this.nowMs() < this.#cached.renewAtMs) {
      return { ok: true, token: this.#cached.token }
    }
    this.#underWay ??= this.#fetch().finally(() => {
      this.#underWay = null
    })
    return this.#underWay
  }

  /** Forgets a token that the provider did not accept. */
  discard(token: string): void {
    if (this.#cached?.token === token) this.#cached = null
  }

  async #fetch(): Promise<TokenResult<Problem>> {
    const fetched = await this.fetchToken()
    if (!fetched.ok) return fetched
    this.#cached = fetched.cached
    return { ok: true, token: fetched.cached.token }
  }
}
