import { createServer, type IncomingMessage } from 'node:http'
import { z } from 'zod'
import { baselineCapture } from './baseline'
import { captureFor } from './people'
import { useCaseCapture } from './use-case'

const roundRequest = z.object({
  durationMs: z.number(),
  people: z.number(),
  payments: z.array(
    z.object({ id: z.string(), providerTransactionId: z.string(), moneyRevision: z.string() }),
  ),
})

/** The request for one round. */
export type RoundRequest = z.infer<typeof roundRequest>

/**
 * A process that captures at one layer, so that its processor time can be measured. It takes one
 * request after the other over HTTP; its first line names the port.
 */
async function main(): Promise<void> {
  const capture = process.argv[2] === 'baseline' ? await baselineCapture() : await useCaseCapture()
  const server = createServer((request, response) => {
    void readRoundRequest(request)
      .then(({ durationMs, people, payments }) => captureFor(durationMs, people, payments, capture))
      .then(
        (work) => response.end(JSON.stringify(work)),
        (error: unknown) => {
          response.statusCode = 500
          response.end(error instanceof Error ? (error.stack ?? error.message) : 'unknown')
        },
      )
  })
  server.listen(0, '127.0.0.1', () => {
    const address = server.address()
    if (typeof address === 'object') console.log(`worker: ${address?.port ?? 0}`)
  })
  process.once('SIGTERM', () => process.exit(0))
}

async function readRoundRequest(request: IncomingMessage): Promise<RoundRequest> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return roundRequest.parse(JSON.parse(Buffer.concat(chunks).toString('utf8')))
}

await main()
