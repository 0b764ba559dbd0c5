import { sendRequest, type HttpResponse } from '../http/send-request'
import type { ConnectionCredentials } from '../port'
import type { OppwaSettings } from './settings'

/** Fields of a form or a query, in the order given; each name is there once. */
export type Fields = Readonly<Record<string, string>>

/** One account's authenticated way to the platform: a fixed token, and forms on writes (§3). */
export class OppwaSession {
  constructor(
    private readonly credentials: Pick<ConnectionCredentials, 'baseUrl'>,
    private readonly settings: Pick<OppwaSettings, 'accessToken'>,
  ) {}

  /** Sends a query; the entity goes into the query string. */
  get(path: string, fields: Fields, timeoutMs: number): Promise<HttpResponse> {
    const query = new URLSearchParams(fields).toString()
    return this.#send('GET', query === '' ? path : `${path}?${query}`, null, timeoutMs)
  }

  /** Sends an operation unless it is too late for it; the entity goes into the form. */
  post(
    path: string,
    form: string,
    timeoutMs: number,
    startBeforeMs: () => number,
  ): Promise<HttpResponse> {
    return this.#send('POST', path, form, timeoutMs, startBeforeMs)
  }

  #send(
    method: 'GET' | 'POST',
    path: string,
    body: string | null,
    timeoutMs: number,
    startBeforeMs: () => number = () => Infinity,
  ): Promise<HttpResponse> {
    const form = { 'content-type': 'application/x-www-form-urlencoded; charset=UTF-8' }
    return sendRequest({
      provider: 'oppwa',
      method,
      url: this.credentials.baseUrl + path,
      headers: {
        accept: 'application/json',
        authorization: `Bearer ${this.settings.accessToken}`,
        ...(body === null ? {} : form),
      },
      body,
      timeoutMs,
      startBeforeMs,
    })
  }
}
