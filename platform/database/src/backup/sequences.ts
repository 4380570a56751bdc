import { escapeIdentifier } from 'pg'
import type { ClientBase } from 'pg'
import type { SequenceState } from './format.ts'

interface Found {
  name: string
  quoted: string
}

async function sequencesOf(client: ClientBase, schemas: readonly string[]): Promise<Found[]> {
  const { rows } = await client.query<{ schema: string; name: string }>(
    `select n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'S' and n.nspname = any($1) order by n.nspname collate "C", c.relname collate "C"`,
    [schemas],
  )
  return rows.map(({ schema, name }) => ({ name: `${schema}.${name}`, quoted: `${escapeIdentifier(schema)}.${escapeIdentifier(name)}` }))
}

/** Where each sequence stands. Sequences know no snapshot: a value may be later than the rows, never earlier. */
export async function readSequences(client: ClientBase, schemas: readonly string[]): Promise<SequenceState[]> {
  const states: SequenceState[] = []
  for (const { name, quoted } of await sequencesOf(client, schemas)) {
    const { rows } = await client.query<{ value: string; called: boolean }>(
      `select last_value::text as value, is_called as called from ${quoted}`,
    )
    states.push({ name, value: rows[0]?.value ?? '1', called: rows[0]?.called ?? false })
  }
  return states
}

/** Puts each sequence where it stood. Not undone by a rollback, so it comes last. @returns names that the database does not have */
export async function setSequences(client: ClientBase, schemas: readonly string[], states: readonly SequenceState[]): Promise<string[]> {
  const found = new Map((await sequencesOf(client, schemas)).map(({ name, quoted }) => [name, quoted]))
  const missing = states.filter(({ name }) => !found.has(name)).map(({ name }) => name)
  if (missing.length > 0) return missing
  for (const { name, value, called } of states)
    await client.query('select setval($1::regclass, $2::bigint, $3)', [found.get(name), value, called])
  return []
}
