import { snake, type AnyRegister, type Ctx, type Kit } from '@heng/server-kit'
import { sql } from 'kysely'

/** A field of which no two active records of an organisation share a value. */
export interface UniqueField {
  readonly field: string
  /** Case makes no difference (`lower(column)`). */
  readonly lower: boolean
}

interface IndexRow {
  readonly table: string
  readonly parts: string[]
  readonly predicate: string | null
}

const cache = new WeakMap<Kit, Map<string, Promise<readonly UniqueField[]>>>()

const column = /^(?:lower\()?"?([a-z_][a-z0-9_]*)"?(?:::text)?\)?$/

const read = async (ctx: Ctx, reg: AnyRegister): Promise<readonly UniqueField[]> => {
  const { rows } = await sql<IndexRow>`
    select c.relname as table, pg_get_expr(i.indpred, i.indrelid) as predicate,
      array(select pg_get_indexdef(i.indexrelid, k, true) from generate_series(1, i.indnkeyatts) k) as parts
    from pg_index i join pg_class c on c.oid = i.indrelid
    where c.oid = ${reg.table}::regclass and i.indisunique`.execute(ctx.tx)
  const fields = Object.keys(reg.noun.fields)
  return rows.flatMap(({ parts, predicate }) => {
    const [first, second = ''] = parts
    if (parts.length !== 2 || first !== 'org_id') return []
    if (predicate !== null && !/^\(*archived_at is null\)*$/i.test(predicate)) return []
    const name = column.exec(second)?.[1]
    const field = fields.find((key) => snake(key) === name)
    return field === undefined ? [] : [{ field, lower: second.startsWith('lower(') }]
  })
}

/** Unique fields of a register, asked of the database's own indexes once per process: they are the truth about it. */
export const uniqueFields = (ctx: Ctx, reg: AnyRegister): Promise<readonly UniqueField[]> => {
  const known = cache.get(ctx.kit) ?? new Map<string, Promise<readonly UniqueField[]>>()
  cache.set(ctx.kit, known)
  const found = known.get(reg.noun.name)
  if (found !== undefined) return found
  const asked = read(ctx, reg)
  known.set(reg.noun.name, asked)
  asked.catch(() => known.delete(reg.noun.name))
  return asked
}
