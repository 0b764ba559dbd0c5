import { expect, it } from 'vitest'
import { PROVIDERS } from '@/lib/domain/provider/provider'
import { connectUsage } from './connect-usage'

it('connectUsage: shows the command of each provider and where its secrets come from', () => {
  const usage = connectUsage()
  for (const provider of PROVIDERS) expect(usage).toContain(`--provider ${provider} `)
  expect(usage).toContain('  CONNECT_CLIENT_ID\n')
  expect(usage).toContain('  CONNECT_WEBHOOK_KEY (of the webhooks, optional)\n')
  expect(usage).toContain('    captureDays (1 to 60; 7 if left out)\n')
  expect(usage).toContain('    reversesRest (true or false; true if left out)\n')
})
