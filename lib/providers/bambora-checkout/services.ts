/** The services that we speak to, each on a host of its own (fact sheet §2). */
export type Service = 'transaction' | 'merchant' | 'login'

/** The base URL of a live connection: the host that reads; the other hosts follow from it. */
export const LIVE_ORIGIN = 'https://merchant-v1.api-eu.bambora.com'

/**
 * Where a service is found. Live, each has its host; anywhere else, such as the sandbox, they are
 * folders below the base URL.
 */
export function serviceUrl(baseUrl: string, service: Service): string {
  return new URL(baseUrl).origin === LIVE_ORIGIN
    ? `https://${service}-v1.api-eu.bambora.com`
    : `${baseUrl}/${service}`
}
