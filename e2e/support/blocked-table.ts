import postgres from 'postgres'
import { currentWorld } from './world'

/** Blocks all reads of a table until the returned function is called. */
export async function blockTable(table: 'transactions'): Promise<() => Promise<void>> {
  const sql = postgres(currentWorld()?.ownerUrl ?? '', { max: 1 })
  const connection = await sql.reserve()
  await connection.unsafe(`begin; lock table ${table} in access exclusive mode`)
  return async () => {
    await connection.unsafe('rollback')
    connection.release()
    await sql.end()
  }
}
