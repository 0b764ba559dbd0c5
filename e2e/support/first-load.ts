import { gzipSync } from 'node:zlib'
import type { Page } from '@playwright/test'

/** The JavaScript that a page loads before it is interactive. */
export interface FirstLoad {
  readonly scripts: number
  readonly rawBytes: number
  readonly gzipBytes: number
}

/**
 * Sizes of the scripts that the open page's HTML names. Browsers with modules do not load
 * `nomodule` scripts, so these do not count.
 */
export async function firstLoad(page: Page): Promise<FirstLoad> {
  const html = await (await page.request.get(page.url())).text()
  const tags = html.match(/<script\b[^>]*>/g) ?? []
  const addresses = tags
    .filter((tag) => !/\bnomodule\b/i.test(tag))
    .flatMap((tag) => /\bsrc="([^"]+)"/.exec(tag)?.[1] ?? [])
  const bodies = await Promise.all(
    [...new Set(addresses)].map(async (address) => {
      const response = await page.request.get(new URL(address, page.url()).href)
      if (!response.ok()) throw new Error(`${address} answered ${String(response.status())}`)
      return response.body()
    }),
  )
  return {
    scripts: bodies.length,
    rawBytes: sum(bodies.map((body) => body.length)),
    gzipBytes: sum(bodies.map((body) => gzipSync(body).length)),
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
