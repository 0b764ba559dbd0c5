/** A provider's call to us, as received: nothing in it is believed until a `WebhookReader` has verified it. */
export interface WebhookRequest {
  readonly rawBody: Buffer
  /** Names in lower case; `host` is our public name, whatever a proxy in between calls us. */
  readonly headers: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  /** Path as the provider called it, with query: some signatures cover it. */
  readonly pathWithQuery: string
  readonly method: string
}

/**
 * The subject of a verified webhook. It only causes a read: no amount or state is ever taken from
 * it (I11).
 */
export interface WebhookNotice {
  /**
   * Unique per delivery content: the provider's event id, or a digest of the raw call where it
   * sends none. It must come from what is signed, or a replay could pass for something new.
   */
  readonly deliveryId: string
  readonly providerTransactionId: string | null
  readonly orderReference: string | null
  /** Time at which the provider made it, where it says so. */
  readonly sentAt: Date | null
}

export type WebhookProblem = 'forged' | 'malformed' | 'stale' | 'not_ours'

export type WebhookReading =
  | { readonly ok: true; readonly notice: WebhookNotice }
  | { readonly ok: false; readonly problem: WebhookProblem }

/** Verifies on the raw bytes, in constant time. `secret` is the connection's opened secret. */
export type WebhookReader = (request: WebhookRequest, secret: unknown, now: Date) => WebhookReading
