import { EventEmitter, once } from 'node:events'
import { gunzipSync, gzipSync } from 'node:zlib'
import type { Page } from '@playwright/test'
import { SignInPage } from '../pages/sign-in-page'
import { expect, test } from '../support/test'

/** Rows of a full page of the list. */
const ROWS = 50
/** What a full page may weigh and ask for. It may only fall. */
const MOST = { documentKb: 195, gzipKb: 23.5, requests: 32, textsKb: 48 } as const

const LIST = '/transactions?view=all'

/** The requests of a visit with an empty cache, until nothing is under way. */
async function requestsOf(page: Page, path: string): Promise<readonly string[]> {
  const requests: string[] = []
  page.on('request', (request) => requests.push(new URL(request.url()).pathname))
  await page.goto(path)
  await page.waitForLoadState('networkidle')
  return requests
}

test('list weight: a full page stays within its document and its requests', async ({ page }) => {
  await new SignInPage(page).signInAs('admin')
  const html = await (await page.request.get(LIST)).text()
  expect(html.match(/<tr role="row" class="payment-row/g)).toHaveLength(ROWS)
  const bytes = { raw: Buffer.byteLength(html), gzip: gzipSync(html).length }
  const requests = await requestsOf(page, LIST)
  const figures = `${kilobytes(bytes.raw)} KB raw, ${kilobytes(bytes.gzip)} KB gzip, ${requests.length} requests`
  console.log(`The list of ${ROWS} payments: ${figures}`)
  expect(bytes.raw / 1024, figures).toBeLessThanOrEqual(MOST.documentKb)
  expect(bytes.gzip / 1024, figures).toBeLessThanOrEqual(MOST.gzipKb)
  expect(requests.length, requests.join('\n')).toBeLessThanOrEqual(MOST.requests)
})

test('list weight: texts are no part of a document, and a browser keeps their file', async ({
  page,
}) => {
  await new SignInPage(page).signInAs('admin')
  const html = await (await page.request.get(LIST)).text()
  const path = /\/api\/texts\/\w+-[0-9a-f]{16}/.exec(html)?.[0] ?? ''
  const response = await page.request.get(path)
  expect(response.headers()['cache-control']).toBe('public, max-age=31536000, immutable')
  const zipped = await response.body()
  expect(zipped.length / 1024).toBeLessThanOrEqual(MOST.textsKb)
  const texts = textsIn(zipped)
  expect(Object.keys(texts.dialogs).length).toBeGreaterThan(1)
  // Words of a dialog that no list shows.
  expect(html).not.toContain(JSON.stringify(texts.dialogs).slice(1, 80))
  // What another build calls its file gets the texts that are here, and they are not kept.
  const other = await page.request.get(path.replace(/[0-9a-f]{16}$/, '0'.repeat(16)))
  expect(other.headers()['cache-control']).toBe('no-store')
  expect(textsIn(await other.body())).toEqual(texts)
  expect((await page.request.get('/api/texts/xx-1')).status()).toBe(404)
})

test('list weight: a page whose texts are late stands, and comes alive with them', async ({
  page,
}) => {
  await new SignInPage(page).signInAs('admin')
  const go = new EventEmitter()
  const isTime = once(go, 'now')
  await page.route('**/api/texts/*', async (route) => {
    await isTime
    await route.continue()
  })
  await page.goto(LIST, { waitUntil: 'domcontentloaded' })
  await expect(page.getByRole('row')).toHaveCount(ROWS + 1)
  await page.keyboard.press('Control+k')
  go.emit('now')
  await expect(page.getByRole('dialog')).toBeVisible()
})

function textsIn(zipped: Buffer): { readonly dialogs: Record<string, unknown> } {
  return JSON.parse(gunzipSync(zipped).toString()) as { dialogs: Record<string, unknown> }
}

function kilobytes(bytes: number): string {
  return String(Math.round(bytes / 102.4) / 10)
}
