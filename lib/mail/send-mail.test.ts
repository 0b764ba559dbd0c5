import { createServer, type AddressInfo, type Socket } from 'node:net'
import { afterEach, expect, it, vi } from 'vitest'
import type { SmtpServer } from '@/lib/config/mail-settings'
import { startMailServer, type TestMailServer } from '@/testing/mail-server'
import { mailErrorFacts, sendMail } from './send-mail'

vi.hoisted(() => {
  const mail = { connectMs: 1_500, silenceMs: 1_500, wholeMs: 2_500 }
  process.env.PAYDESK_LIMITS = JSON.stringify({ mail })
})

const SENDER = { name: 'Kløver & Co', address: 'no-reply@paydesk.example' }
const MAIL = { to: 'nora@paydesk.example', subject: 'Hei', text: 'Hei\n', html: '<p>Hei</p>' }

const stops: (() => unknown)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
})

async function start(options?: Parameters<typeof startMailServer>[0]): Promise<TestMailServer> {
  const server = await startMailServer(options)
  stops.push(() => server.stop())
  return server
}

function at(port: number, change: Partial<SmtpServer> = {}): SmtpServer {
  const plain = { isTlsFirst: false, requiresTls: false, credentials: null }
  return { host: '127.0.0.1', port, ...plain, ...change }
}

async function factsOf(server: SmtpServer, mail = MAIL) {
  const error: unknown = await sendMail({ server, sender: SENDER }, mail).then(
    () => null,
    (thrown: unknown) => thrown,
  )
  return error === null ? 'accepted' : mailErrorFacts(error)
}

/** A server that follows no protocol; a connection is answered by `onSocket`. */
async function startSocket(onSocket: (socket: Socket) => void): Promise<number> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    onSocket(socket)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  stops.push(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return (server.address() as AddressInfo).port
}

it('mail: is accepted once the server has taken it, with names beyond ASCII', async () => {
  const server = await start()
  const mail = { ...MAIL, subject: 'Åse Ødegård — 李小龍 inviterer deg' }
  expect(await factsOf(at(server.port), mail)).toBe('accepted')
  const [received] = server.received
  expect(received?.envelope).toEqual({ from: SENDER.address, to: [MAIL.to] })
  expect(received?.parsed).toMatchObject({
    from: SENDER,
    to: [{ address: MAIL.to }],
    subject: mail.subject,
  })
  expect(received?.parsed.text?.trim()).toBe('Hei')
  expect(received?.parsed.html?.trim()).toBe(MAIL.html)
  const [head = ''] = received?.raw.split('\r\n\r\n') ?? []
  expect(head).toMatch(/^[\x20-\x7e\r\n]*$/)
  expect(head).toContain('Auto-Submitted: auto-generated')
  expect(head).not.toMatch(/nodemailer/i)
})

it('mail: a new line in what people wrote makes no header and no recipient', async () => {
  const server = await start()
  const subject = 'Anna\r\nBcc: all@paydesk.example\r\n\r\nbody'
  const to = 'nora@paydesk.example,second@paydesk.example'
  await factsOf(at(server.port), { ...MAIL, subject })
  await factsOf(at(server.port), { ...MAIL, to })
  const heads = server.received.map(({ raw }) => raw.split('\r\n\r\n')[0] ?? '')
  expect(heads.join('\n')).not.toMatch(/^Bcc/im)
  expect(server.received.map(({ envelope }) => envelope.to.length)).not.toContain(2)
  expect(server.received[0]?.parsed.text?.trim()).toBe('Hei')
})

it('mail: a refused recipient is reported by the code of the server', async () => {
  const server = await start({
    onRcptTo: (_address, _session, done) =>
      done(Object.assign(new Error('no such mailbox'), { responseCode: 550 })),
  })
  const facts = await factsOf(at(server.port))
  expect(facts).toMatchObject({ code: 'EENVELOPE', responseCode: 550 })
  expect(JSON.stringify(facts)).not.toMatch(/mailbox|nora/)
  expect(server.received).toEqual([])
})

it('mail: a mail that is refused at its end was not accepted', async () => {
  const server = await start({
    onData: (stream, _session, done) => {
      stream.resume()
      stream.on('end', () => done(Object.assign(new Error('spam'), { responseCode: 554 })))
    },
  })
  expect(await factsOf(at(server.port))).toMatchObject({ responseCode: 554 })
})

it('mail: a server that is gone is reported at once', async () => {
  const server = await startMailServer()
  await server.stop()
  expect(await factsOf(at(server.port))).toMatchObject({ code: 'ESOCKET' })
})

it.each([
  ['from the first', ''],
  ['after its greeting', '220 mail\r\n'],
])('mail: a server that is silent %s is given up', async (_when, greeting) => {
  const port = await startSocket((socket) => void socket.write(greeting))
  expect(await factsOf(at(port))).toMatchObject({ code: 'ETIMEDOUT' })
})

it('mail: a server that always says a little is given up', async () => {
  const port = await startSocket((socket) => {
    socket.write('220 mail\r\n')
    const timer = setInterval(() => socket.write('250-more\r\n'), 100)
    socket.on('close', () => clearInterval(timer))
  })
  const begun = performance.now()
  expect(await factsOf(at(port))).toMatchObject({ code: expect.any(String) })
  expect(performance.now() - begun).toBeLessThan(4_500)
})

it('mail: nothing is sent where TLS is required and not offered', async () => {
  const server = await start()
  const facts = await factsOf(at(server.port, { requiresTls: true }))
  expect(facts).toMatchObject({ code: 'ETLS' })
  expect(server.received).toEqual([])
})

it.each([{ requiresTls: true }, { requiresTls: true, isTlsFirst: true }])(
  'mail: nothing is sent to a server whose certificate no one vouches for: %j',
  async (change) => {
    const server = await start({ disabledCommands: [], secure: change.isTlsFirst === true })
    const credentials = { user: 'shop', password: 'hush' }
    expect(await factsOf(at(server.port, { ...change, credentials }))).toMatchObject({
      code: expect.stringMatching(/^E(SOCKET|TLS)$/),
    })
    expect(server.received).toEqual([])
  },
)

it('mail: signs in where it has credentials; wrong ones are reported', async () => {
  const server = await start({
    authOptional: false,
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _session, done) =>
      username === 'shop' && password === 'hush'
        ? done(null, { user: username })
        : done(new Error('wrong')),
  })
  const right = { user: 'shop', password: 'hush' }
  expect(await factsOf(at(server.port, { credentials: right }))).toBe('accepted')
  const wrong = { user: 'shop', password: 'guess' }
  const facts = await factsOf(at(server.port, { credentials: wrong }))
  expect(facts).toMatchObject({ code: 'EAUTH', responseCode: 535 })
  expect(JSON.stringify(facts)).not.toMatch(/shop|guess/)
})
