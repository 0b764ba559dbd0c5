const TIME_LIMIT_MS = 10_000

/** One message to the merchant. */
export interface Message {
  readonly url: string
  readonly method: 'GET' | 'POST'
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
  /** Time limit of the response; by default ten seconds. */
  readonly timeLimitMs?: number
}

/** Sends a message once and returns the HTTP status; null without a response in time. */
export async function send(message: Message): Promise<number | null> {
  const { url, method, headers, body, timeLimitMs = TIME_LIMIT_MS } = message
  try {
    const response = await fetch(url, {
      method,
      headers,
      ...(body !== undefined && { body }),
      redirect: 'manual',
      signal: AbortSignal.timeout(timeLimitMs),
    })
    await response.body?.cancel()
    return response.status
  } catch {
    return null
  }
}
