import { sql } from 'drizzle-orm'
import type postgres from 'postgres'
import type { Database } from '@/db/client'
import type { CallKind, GoodAnswer, WrongAnswer } from './protocol'

/** Rooms that have space for every write; each write locks one, as a payment is locked. */
export const ROOMS = 64
/** The room without space, whose guard refuses. */
const FULL_ROOM = 0
/** Enough text for an answer that comes in several pieces. */
const LARGE_ROWS = 40
const LARGE_TEXT = 4_000
/** Long enough that a kill often meets a statement at work. */
const WORK_S = 0.01

/** Makes the tables of the proof. */
export async function makeTables(admin: postgres.Sql): Promise<void> {
  await admin.unsafe(`
    create table rooms (id int primary key, taken int not null default 0, capacity int not null);
    create table writes (id uuid primary key, room int not null references rooms);
    insert into rooms (id, capacity) select n, case when n = ${FULL_ROOM} then 0 else 1e9 end
    from generate_series(0, ${ROOMS}) as n`)
}

interface Answer {
  readonly answer: GoodAnswer | WrongAnswer
  readonly backend: number | null
}

interface Row extends Record<string, unknown> {
  readonly id: string
  readonly backend: number
}

/** Makes one call through the pool and checks that the answer belongs to it. */
export async function run(
  database: Database,
  kind: CallKind,
  id: string,
  room: number,
): Promise<Answer> {
  switch (kind) {
    case 'write':
      return answerTo(id, await write(database, id, room))
    case 'refused':
      return answerTo(id, await write(database, id, FULL_ROOM))
    case 'read':
    case 'absent':
      return answerTo(id, await read(database, id))
    case 'large':
      return largeAnswer(id, await readLarge(database, id))
  }
}

/** One guarded statement of the form that all writes of money have. */
function write(database: Database, id: string, room: number): Promise<readonly Row[]> {
  return database.run((db) =>
    db.execute<Row>(sql`
      with room as (
        update rooms set taken = taken + 1 where id = ${room}::int and taken < capacity returning id
      ),
      work as materialized (select pg_sleep(${WORK_S}::float8) from room)
      insert into writes (id, room)
      select ${id}::uuid, room.id from room, work
      returning id, pg_backend_pid() as backend`),
  )
}

function read(database: Database, id: string): Promise<readonly Row[]> {
  return database.run((db) =>
    db.execute<Row>(sql`select id, pg_backend_pid() as backend from writes where id = ${id}::uuid`),
  )
}

function readLarge(database: Database, id: string): Promise<readonly Row[]> {
  return database.run((db) =>
    db.execute<Row>(sql`
      select ${id}::uuid as id, pg_backend_pid() as backend, repeat('x', ${LARGE_TEXT}::int) as text
      from generate_series(1, ${LARGE_ROWS}::int)`),
  )
}

/** A missing row or the row of another call makes the answer wrong. */
function answerTo(id: string, rows: readonly (Row | undefined)[]): Answer {
  const wrong = wrongness(id, rows, 1)
  if (rows.length === 0) return { answer: 'no', backend: null }
  return wrong === null
    ? { answer: 'yes', backend: rows[0]?.backend ?? null }
    : { answer: wrong, backend: null }
}

function largeAnswer(id: string, rows: readonly (Row | undefined)[]): Answer {
  const wrong = wrongness(id, rows, LARGE_ROWS)
  return wrong === null
    ? { answer: 'yes', backend: rows[0]?.backend ?? null }
    : { answer: wrong, backend: null }
}

function wrongness(
  id: string,
  rows: readonly (Row | undefined)[],
  expected: number,
): WrongAnswer | null {
  // `every` and `some` pass over holes; a copy has `undefined` in their place.
  const all = Array.from(rows)
  if (all.includes(undefined)) return 'wrong: a hole in the rows'
  if (all.some((row) => row?.id !== id)) return 'wrong: the row of another question'
  return all.length === expected ? null : 'wrong: too many or too few rows'
}
