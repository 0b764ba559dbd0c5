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

async function untilUnready(url: string, beganMs: number): Promise<number> {
  for (;;) {
    const { statusCode, body } = await request(`${url}/api/health/ready`)
    await body.dump()
    if (statusCode === 503) return performance.now() - beganMs
  }
}
