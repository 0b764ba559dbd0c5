import postgres from 'postgres'

/**
 * Locks rows as another instance would that is at them, until the returned function is called.
 * @param end what then becomes of changes that come before the last statement
 */
export async function holdRows(
  databaseUrl: string,
  statement: string,
  end: 'rollback' | 'commit' = 'rollback',
): Promise<() => Promise<void>> {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => undefined })
  const connection = await sql.reserve()
  await connection.unsafe(`begin; ${statement} for update`)
  return async () => {
    await connection.unsafe(end)
    connection.release()
    await sql.end()
  }
}
