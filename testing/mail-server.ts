import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'

type ServerOptions = NonNullable<ConstructorParameters<typeof SMTPServer>[0]>

/** A mail as the server got it. */
export interface ReceivedMail {
  readonly envelope: { readonly from: string; readonly to: readonly string[] }
  /** Head and body, as they were sent. */
  readonly raw: string
  readonly parsed: Email
}

/** A real SMTP server on this machine, for one test file. */
export interface TestMailServer {
  readonly port: number
  readonly received: ReceivedMail[]
  stop(): Promise<void>
}

/** Starts a server that takes every mail, as far as `options` don't say otherwise. */
export async function startMailServer(options: ServerOptions = {}): Promise<TestMailServer> {
  const received: ReceivedMail[] = []
  const server = new SMTPServer({
    authOptional: true,
    disableReverseLookup: true,
    disabledCommands: ['STARTTLS'],
    closeTimeout: 100,
    onData(stream, session, done) {
      void keep(stream).then(
        async (raw) => {
          const { mailFrom, rcptTo } = session.envelope
          const from = mailFrom === false ? '' : mailFrom.address
          const envelope = { from, to: rcptTo.map(({ address }) => address) }
          received.push({ envelope, raw, parsed: await PostalMime.parse(raw) })
          done()
        },
        (error: unknown) => done(error instanceof Error ? error : new Error('no mail')),
      )
    },
    ...options,
  })
  // What a client does to its connection is for the client to report.
  server.on('error', () => undefined)
  const listener = server.listen(0, '127.0.0.1')
  await once(listener, 'listening')
  const { port } = listener.address() as AddressInfo
  return {
    port,
    received,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

async function keep(stream: AsyncIterable<unknown>): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of stream) if (Buffer.isBuffer(part)) parts.push(part)
  return Buffer.concat(parts).toString('utf8')
}
