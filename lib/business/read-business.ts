import { setTimeout as sleep } from 'node:timers/promises'
import { database, type Database } from '@/db/client'
import { readSettingsOf } from '@/db/queries/access/organization-settings'
import { LIMITS } from '@/lib/config/limits'
import {
  BUSINESS_KEYS,
  DEFAULT_SETTINGS,
  type BusinessSettings,
} from '@/lib/domain/access/organization-settings'
import { log } from '@/lib/observability/log'

interface BusinessReader {
  /** Never rejects, and never waits for long: then it gives what was read before, at first the defaults. */
  readonly read: () => Promise<BusinessSettings>
  /** The next read asks the database; for the instance that has just changed a setting. */
  readonly forget: () => void
}

/**
 * Reads what every page is rendered with, by one statement at most once in `keptMs` however many ask: a
 * change by another instance is seen within that time.
 * @param now a clock in milliseconds
 */
export function createBusinessReader(
  databaseOf: () => Database,
  now: () => number = () => performance.now(),
): BusinessReader {
  const { keptMs, waitMs } = LIMITS.business
  let kept: { readonly settings: BusinessSettings; readonly untilMs: number } = {
    settings: DEFAULT_SETTINGS,
    untilMs: -Infinity,
  }
  let reading: Promise<void> | null = null
  let changes = 0

  async function readAnew(): Promise<void> {
    const before = changes
    const found = await find(databaseOf, kept.settings)
    // What was read before a change of our own may be from before it.
    if (changes !== before) return
    kept = { settings: found, untilMs: now() + keptMs }
    reading = null
  }

  return {
    read: async () => {
      if (now() < kept.untilMs) return kept.settings
      reading ??= readAnew()
      await Promise.race([reading, sleep(waitMs, undefined, { ref: false })])
      return kept.settings
    },
    forget: () => {
      changes += 1
      reading = null
      kept = { settings: kept.settings, untilMs: -Infinity }
    },
  }
}

async function find(
  databaseOf: () => Database,
  before: BusinessSettings,
): Promise<BusinessSettings> {
  try {
    return (await readSettingsOf(databaseOf(), BUSINESS_KEYS)).values
  } catch (err) {
    log().warn({ err }, 'the settings of the business could not be read')
    return before
  }
}

const shared = globalThis as typeof globalThis & { paydeskBusiness?: BusinessReader }

/** The reader of this process. Kept on `globalThis`, so that pages and actions share one. */
function reader(): BusinessReader {
  shared.paydeskBusiness ??= createBusinessReader(database)
  return shared.paydeskBusiness
}

/** What the business has set, as of some seconds ago. */
export function readBusiness(): Promise<BusinessSettings> {
  return reader().read()
}

/** After a change: the next page of this instance shows it. */
export function forgetBusiness(): void {
  reader().forget()
}
