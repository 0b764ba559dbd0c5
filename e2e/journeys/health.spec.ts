import { expect, test } from '@playwright/test'
import { parseExposition, valueOf } from '@/testing/exposition'

const ID = '0b5f0a3e-4f6e-4c57-9d0f-0f3c5f1f2a11'

test('health: the server is alive and ready, counts, and names each answer', async ({
  request,
}) => {
  // Another test has let the disk of this server run full: that is remembered for half a minute.
  const isReady = async () => (await request.get('/api/health/ready')).status()
  await expect.poll(isReady, { timeout: 60_000 }).toBe(200)
  for (const path of ['/api/health/live', '/api/health/ready', '/api/health']) {
    const response = await request.get(path, { headers: { 'x-request-id': ID } })
    expect([response.status(), await response.json()]).toEqual([200, { status: 'ok' }])
    expect(response.headers()['x-request-id']).toBe(ID)
  }

  const metrics = await request.get('/metrics')
  expect(metrics.headers()['content-type']).toContain('text/plain; version=0.0.4')
  const scrape = async () => parseExposition(await (await request.get('/metrics')).text())
  // The jobs, which call the provider, are bundled apart from the route that shows their count.
  const calls = { provider: 'dintero', result: 'ok' }
  await expect
    .poll(async () => valueOf(await scrape(), 'paydesk_provider_calls_total', calls))
    .toBeGreaterThan(0)
  const series = await scrape()
  for (const job of ['repair', 'dead_sends', 'webhook_reads', 'list_polls', 'tallies']) {
    expect(valueOf(series, 'paydesk_job_silent_seconds', { job }), job).toBeLessThan(60)
  }
  expect(valueOf(series, 'paydesk_database_up')).toBe(1)

  for (const headers of [{ 'x-forwarded-for': '203.0.113.7' }, { authorization: 'Bearer wrong' }]) {
    const refused = await request.get('/metrics', { headers })
    expect(refused.status()).toBe(401)
    expect(await refused.text()).not.toContain('paydesk_')
  }
})
