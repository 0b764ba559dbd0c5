import { createHash, createHmac } from 'node:crypto'
import { VERSION } from '@/lib/config/process-identity'
import { projectFolder } from '../project'
import { sourceHash } from './source-hash'

/**
 * The variables of a build. All builds of the same sources get the same id, and name their actions
 * alike, wherever they are made: so each takes pages of the others. The key among them is no secret;
 * a running instance has another one.
 */
export async function buildEnvironment(folder = projectFolder): Promise<Record<string, string>> {
  const hash = await sourceHash(folder)
  return {
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    PAYDESK_BUILD_ID: `${VERSION}-${hash.slice(0, 16)}`,
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: createHash('sha256')
      .update(`paydesk build ${hash}`)
      .digest('base64'),
  }
}

/**
 * The key with which running instances seal what a page keeps for its actions: the same for all that
 * have this session secret, and known to no one else.
 */
export function actionKeyOf(sessionSecret: string): string {
  return createHmac('sha256', sessionSecret).update('paydesk actions').digest('base64')
}
