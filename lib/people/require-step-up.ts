import type { Database } from '@/db/client'
import { writeSetting } from '@/db/queries/access/organization-settings'
import type { PersonRequest } from '@/lib/domain/access/actor'
import { STEP_UP_TOPICS, type StepUpSetting } from '@/lib/domain/access/organization-settings'
import { refuse, type PersonResult } from './person-rules'

/**
 * Sets what needs a second factor that was proved minutes ago, in place of what was set before. People
 * who have no second factor cannot do these things any more, and are told how to set one up.
 */
export async function requireStepUp(
  database: Database,
  { refundLimitsMinor, topics }: StepUpSetting,
  request: PersonRequest,
): Promise<PersonResult<{ readonly isChanged: boolean }>> {
  const setting = {
    refundLimitsMinor,
    topics: STEP_UP_TOPICS.filter((topic) => topics.includes(topic)),
  }
  const written = await writeSetting(database, 'step_up', setting, request)
  if (written === 'actor_changed') return refuse('actor_changed')
  return { ok: true, value: { isChanged: written === 'changed' } }
}
