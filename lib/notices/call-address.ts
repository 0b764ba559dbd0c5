import { Agent, request } from 'undici'
import { env } from '@/lib/config/env'
import { LIMITS } from '@/lib/config/limits'
import type { SendProblem } from '@/lib/domain/notice/notice'
import { createCheckedLookup, ForbiddenAddressError, refuseForbiddenHost } from './public-address'

/** What became of a call. */
export type CallEnd =
  | { readonly ok: true; readonly status: number }
  | { readonly ok: false; readonly problem: SendProblem; readonly status: number | null }

interface Call {
  readonly url: string
  /** The same however often it is repeated, so that a receiver can tell. */
  readonly id: string
  readonly body: unknown
}

/**
 * Posts JSON to an address, once, within `LIMITS.notice.webhook.wholeMs`. Follows no redirect, reads no
 * body, and reaches no address inside a network: the connection is made to the addresses that were
 * checked. Never rejects, and names the address nowhere.
 */
export async function callAddress({ url, id, body }: Call): Promise<CallEnd> {
  const { connectMs, wholeMs, headerBytes } = LIMITS.notice.webhook
  const allowsLoopback = env().PAYDESK_LOCAL_WEBHOOKS
  const agent = new Agent({
    connect: { timeout: connectMs, lookup: createCheckedLookup(allowsLoopback) },
    maxHeaderSize: headerBytes,
  })
  try {
    refuseForbiddenHost(new URL(url), allowsLoopback)
    const response = await request(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'user-agent': 'Paydesk', 'webhook-id': id },
      body: JSON.stringify(body),
      dispatcher: agent,
      headersTimeout: wholeMs,
      signal: AbortSignal.timeout(wholeMs),
    })
    response.body.on('error', () => undefined).destroy()
    return interpretStatus(response.statusCode)
  } catch (error) {
    const isForbidden = error instanceof ForbiddenAddressError
    return { ok: false, problem: isForbidden ? 'forbidden_address' : 'no_response', status: null }
  } finally {
    void agent.destroy()
  }
}

function interpretStatus(status: number): CallEnd {
  if (status >= 200 && status < 300) return { ok: true, status }
  return { ok: false, problem: status >= 300 && status < 400 ? 'redirect' : 'refused', status }
}
