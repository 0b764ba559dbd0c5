import { expect, it } from 'vitest'
import { setTestEnvironment } from '@/testing/test-environment'
import { GET } from './route'

it('metrics: the route refuses whom the guard has not let through, without a figure', async () => {
  setTestEnvironment()
  for (const headers of [{}, { 'x-paydesk-metrics': '0' }, { authorization: 'Bearer x' }]) {
    const response = await GET(new Request('http://localhost/metrics', { headers }))
    expect([response.status, response.headers.get('www-authenticate')]).toEqual([401, 'Bearer'])
    expect(await response.text()).not.toMatch(/paydesk_|process_/)
  }
})
