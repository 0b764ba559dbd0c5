import { request } from 'undici'
import type { Child } from '@/scripts/processes/child'

/**
 * Stops an instance that has no work, and asks it without a pause meanwhile. Milliseconds from SIGTERM
 * to its first answer that it is not ready, and to its end.
 */
export async function timeStop(
  application: Child,
  url: string,
): Promise<{ readonly unreadyMs: number; readonly endedMs: number }> {
  const beganMs = performance.now()
  const ended = application.stop().then(() => performance.now() - beganMs)
  const unreadyMs = await untilUnready(url, beganMs)
  return { unreadyMs, endedMs: await ended }
}

const GONE = ['ECONNREFUSED', 'ECONNRESET', 'UND_ERR_SOCKET']

async function untilUnready(url: string, beganMs: number): Promise<number> {
  for (;;) {
    if (!(await isReady(url))) return performance.now() - beganMs
  }
}

/** False where it says so, and where it takes no connection any more: it may stop between two requests. */
async function isReady(url: string): Promise<boolean> {
  try {
    const { statusCode, body } = await request(`${url}/api/health/ready`)
    await body.dump()
    return statusCode !== 503
  } catch (error) {
    if (error instanceof Error && 'code' in error && GONE.includes(String(error.code))) return false
    throw error
  }
}
