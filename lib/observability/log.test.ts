import { describe, expect, it } from 'vitest'
import { VERSION } from '@/lib/config/process-identity'
import { createLog, type Log } from './log'
import { redact } from './redact'
import { runInRequest } from './request-context'

function linesOf(write: (log: Log) => void): string {
  let lines = ''
  write(createLog('debug', { write: (line: string) => void (lines += line) }))
  return lines
}

describe('every line of the log', () => {
  it('names the process, the version and the request that a line is about', () => {
    const requestId = '0b5f0a3e-4f6e-4c57-9d0f-0f3c5f1f2a11'
    const within = runInRequest(requestId, () => linesOf((log) => log.warn('x')))
    const process = { instance: expect.stringMatching(/-\d+$/) as string, version: VERSION }
    expect(JSON.parse(within)).toMatchObject({ requestId, ...process })
    const outside: unknown = JSON.parse(linesOf((log) => log.warn('x')))
    expect(outside).toMatchObject(process)
    expect(outside).not.toHaveProperty('requestId')
  })
})

describe('log', () => {
  it('writes one JSON object a line with level, time and message', () => {
    const line: unknown = JSON.parse(linesOf((log) => log.info({ operationId: 'o1' }, 'settled')))
    expect(line).toMatchObject({ level: 30, operationId: 'o1', msg: 'settled' })
    expect(line).toHaveProperty('time', expect.stringMatching(/^\d{4}-\d\d-\d\dT/))
  })

  it('hides secrets and personal data at any depth and in any spelling', () => {
    const lines = linesOf((log) =>
      log.warn({
        headers: { Authorization: 'Basic hunter2', 'set-cookie': ['hunter2'] },
        client_secret: 'hunter2',
        nested: [
          { accessToken: 'hunter2', order: { customerEmail: 'hunter2', shippingAddress: {} } },
        ],
        key: Buffer.from('hunter2'),
      }),
    )
    expect(lines).not.toContain('hunter2')
    expect(lines).toContain('[hidden]')
  })

  it('hides them in text too', () => {
    const lines = linesOf((log) => {
      log.error('GET postgres://paydesk:hunter2@localhost/paydesk failed for anna@paydesk.example')
      log.error('sent Authorization: Bearer hunter2.abc')
    })
    expect(lines).not.toMatch(/hunter2|anna@/)
  })

  it('hides what was searched for in an address', () => {
    const lines = linesOf((log) => {
      log.error({ path: '/transactions?q=Anna+Berg&page=2' }, 'GET /transactions?q=Anna failed')
    })
    expect(lines).not.toContain('Anna')
    expect(lines).toContain('/transactions?[hidden]')
  })

  it('keeps no line of a message that looks like a call', () => {
    const error = new Error('no such value: x\n    at home, Anna Berg')
    const [, written] = /"at":(\[.*?\])/.exec(linesOf((log) => log.error(error))) ?? []
    expect(written).toContain('log.test.ts')
    expect(written).not.toContain('Anna')
  })

  it('cuts errors down to fields without personal data', () => {
    const cause = Object.assign(new Error('duplicate key value violates unique constraint "u"'), {
      code: '23505',
      constraint_name: 'u',
      detail: 'Key (email)=(anna@paydesk.example) already exists.',
    })
    const error = Object.assign(
      new Error('Failed query: insert into users\nparams: hunter2', { cause }),
      {
        params: ['hunter2'],
      },
    )
    const lines = [error, { err: error }].map((subject) =>
      linesOf((log) => log.error(subject, 'failed')),
    )
    for (const line of lines) {
      expect(line).not.toMatch(/hunter2|anna@|already exists/)
      expect(JSON.parse(line)).toMatchObject({
        msg: 'failed',
        err: {
          message: 'Failed query: insert into users',
          cause: { code: '23505', constraint: 'u' },
        },
      })
    }
    expect(linesOf((log) => log.error(error))).not.toContain('hunter2')
  })

  it('stops at a depth, so cycles end', () => {
    const cyclic: Record<string, unknown> = {}
    cyclic.self = cyclic
    expect(JSON.stringify(redact(cyclic))).toContain('[deeper]')
  })
})
