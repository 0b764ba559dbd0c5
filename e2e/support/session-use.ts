import postgres from 'postgres'
import { currentWorld } from './world'

/**
 * The sessions of the browser that calls itself `userAgent`: minutes since their last use, and the
 * same moved into the past.
 */
export class SessionUse {
  private readonly sql = postgres(currentWorld()?.databaseUrl ?? '', { max: 1 })

  constructor(private readonly userAgent: string) {}

  async move(minutes: number): Promise<void> {
    await this.sql`
      update sessions set last_used_at = now() - make_interval(mins => ${minutes})
      where user_agent = ${this.userAgent} and revoked_at is null`
  }

  async minutes(): Promise<number> {
    const [row] = await this.sql`
      select extract(epoch from now() - max(last_used_at)) / 60 as minutes from sessions
      where user_agent = ${this.userAgent} and revoked_at is null`
    return Math.round(Number(row?.minutes))
  }

  async stop(): Promise<void> {
    await this.sql.end()
  }
}
