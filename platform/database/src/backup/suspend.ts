import type { ClientBase } from 'pg'

/** Statements that put back what `suspend` took away. */
export interface Suspended {
  readonly restore: readonly { readonly name: string; readonly statement: string }[]
}

const FOREIGN_KEYS = `
  select c.conname as name, format('alter table %s drop constraint %I', c.conrelid::regclass, c.conname) as off,
         format('alter table %s add constraint %I %s', c.conrelid::regclass, c.conname, pg_get_constraintdef(c.oid)) as back
    from pg_constraint c join pg_class t on t.oid = c.conrelid join pg_namespace n on n.oid = t.relnamespace
   where c.contype = 'f' and c.conparentid = 0 and n.nspname = any($1) order by t.oid, c.conname`

const TRIGGERS = `
  select g.tgname as name, format('alter table %s disable trigger %I', g.tgrelid::regclass, g.tgname) as off,
         format('alter table %s enable %s trigger %I', g.tgrelid::regclass,
                case g.tgenabled when 'A' then 'always' when 'R' then 'replica' else '' end, g.tgname) as back
    from pg_trigger g join pg_class t on t.oid = g.tgrelid join pg_namespace n on n.oid = t.relnamespace
   where not g.tgisinternal and g.tgparentid = 0 and g.tgenabled <> 'D' and n.nspname = any($1) order by t.oid, g.tgname`

/**
 * Takes foreign keys and triggers away for the rest of the transaction, so that tables load in any order, even in circles, and no
 * trigger writes history of its own. Needs only the tables' owner, not a superuser (as `session_replication_role` would); adding
 * the keys again checks every row. The session's search path must be empty, so that names come out qualified.
 */
export async function suspend(client: ClientBase, schemas: readonly string[]): Promise<Suspended> {
  const restore: { name: string; statement: string }[] = []
  for (const query of [FOREIGN_KEYS, TRIGGERS]) {
    const { rows } = await client.query<{ name: string; off: string; back: string }>(query, [schemas])
    for (const { name, off, back } of rows) {
      await client.query(off)
      restore.push({ name, statement: back })
    }
  }
  return { restore }
}
