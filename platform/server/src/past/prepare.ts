import { createHash } from 'node:crypto'
import type { ClientBase, Pool } from 'pg'
import type { HengModule } from '../module.ts'
import { tellFromHistory } from './backfill.ts'
import { pastDdl } from './ddl.ts'
import { readShapes } from './shapes.ts'
import { nounTables, pastTables } from './tables.ts'

/** Counts changes of what is made here, for those who keep databases that were made earlier (templates of tests). */
export const pastVersion = 8

type Asking = Pick<ClientBase, 'query'> | Pick<Pool, 'query'>

/** What the schema of the past was last made from; nothing is noted while migrations are under way. */
const noted = async (client: Asking): Promise<string | null> => {
  const { rows } = await (client as ClientBase).query<{ note: string | null }>(`select obj_description(to_regnamespace('as_of'), 'pg_namespace') as note`)
  return rows[0]?.note ?? null
}

const made = async (client: Asking, modules: readonly HengModule[]) => {
  const tables = pastTables(modules)
  const shapes = await readShapes(client as ClientBase, tables.map((t) => t.name))
  const ddl = pastDdl(shapes, tables, nounTables(modules))
  return { shapes, ddl, note: createHash('sha256').update(ddl.rules).digest('hex') }
}

/**
 * The past of every register follows its table: a column that a migration adds, a register that a room brings. What stands in the
 * way of a migration (views, triggers) goes before the first and comes back after the last; a migration states anew what was
 * always so, and makes no versions. A migration that rewrites a column does the same to `past.<table>`, which has the same columns.
 */
export const keepingPast = (modules: readonly HengModule[]) => ({
  /** Whether all is in place: three queries. */
  isCurrent: async (pool: Asking): Promise<boolean> => {
    const note = await noted(pool)
    return note !== null && note === (await made(pool, modules)).note
  },

  suspend: async (client: ClientBase): Promise<void> => {
    await client.query(`do $$
      declare found record;
      begin
        for found in select c.relname from pg_class c where c.relnamespace = to_regnamespace('as_of') and c.relkind = 'v' loop
          execute format('drop view as_of.%I', found.relname);
        end loop;
        for found in select t.tgname, t.tgrelid::regclass as at from pg_trigger t where t.tgname like 'heng\\_past\\_%' loop
          execute format('drop trigger %I on %s', found.tgname, found.at);
        end loop;
        if to_regnamespace('as_of') is not null then comment on schema as_of is null; end if;
      end $$`)
  },

  resume: async (client: ClientBase): Promise<void> => {
    const { shapes, ddl } = await made(client, modules)
    await client.query(ddl.tables)
    // Tables whose past begins now: what history knows of them is told once.
    await tellFromHistory(client, modules, shapes.filter((s) => !s.dated))
    const { ddl: last, note } = await made(client, modules)
    await client.query(last.rules)
    await client.query(`comment on schema as_of is '${note}'`)
  },
})
