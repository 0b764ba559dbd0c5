import { createServer, type IncomingMessage } from 'node:http'
import { z } from 'zod'
import { floorCapture } from './floor'
import { captureFor } from './people'
import { useCaseCapture } from './use-case'

const order = z.object({
  durationMs: z.number(),
  people: z.number(),
  payments: z.array(
    z.object({ id: z.string(), providerTransactionId: z.string(), standing: z.string() }),
  ),
})

/** What a worker is asked to do in one round. */
export type Order = z.infer<typeof order>

/**
 * A process that captures at one level, so that its processor time can be told apart. It takes one
 * order after the other over HTTP and says where in its first line.
 */
async function main(): Promise<void> {
  const capture = process.argv[2] === 'floor' ? await floorCapture() : await useCaseCapture()
  const server = createServer((request, response) => {
    void readOrder(request)
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

async function readOrder(request: IncomingMessage): Promise<Order> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return order.parse(JSON.parse(Buffer.concat(chunks).toString('utf8')))
}

await main()
