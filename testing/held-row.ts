import postgres from 'postgres'

/** Locks rows as another instance would that is at them, until the returned function is called. */
export async function holdRows(
  databaseUrl: string,
  statement: string,
): Promise<() => Promise<void>> {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => undefined })
  const connection = await sql.reserve()
  await connection.unsafe(`begin; ${statement} for update`)
  return async () => {
    await connection.unsafe('rollback')
    connection.release()
    await sql.end()
  }
}
