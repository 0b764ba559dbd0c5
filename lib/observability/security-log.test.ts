import { expect, it } from 'vitest'
import { createLog } from './log'
import { logSecurityEvent } from './security-log'

it('security log: writes one line whose fields are not hidden as if they were secrets', () => {
  let lines = ''
  const log = createLog('info', { write: (line: string) => void (lines += line) })
  const event = {
    event: 'sign_in_failed',
    outcome: 'wrong_password',
    way: 'password',
    account: 'k'.repeat(43),
    network: '2001:db8:0:0::/64',
    requestId: '0b5f0a3e-4f6e-4c57-9d0f-0f3c5f1f2a11',
    personId: 'p',
    sessionId: 's',
    role: 'admin',
  } as const
  logSecurityEvent(event, log)
  expect(JSON.parse(lines)).toMatchObject({ level: 30, msg: 'security event' })
  expect(JSON.parse(lines)).toMatchObject(event)
})
