import { canonicalJson, type Ctx, type Draft } from '@heng/server-kit'
import { sql } from 'kysely'
import { asset as noun } from '../../contract/asset.ts'

const noted = Object.entries(noun.fields).filter(([, f]) => f.writable).map(([key]) => key)

interface Origin {
  readonly source: string
  readonly seen: Date
}
const origins = new WeakMap<Ctx, Origin>()

/** A context whose writes are noted as coming from `source` (`import:IM-0003`, `scan:NS-0001`), seen at `seen`. */
export const withSource = (ctx: Ctx, source: string, seen: Date = ctx.now): Ctx => {
  const made = { ...ctx }
  origins.set(made, { source, seen })
  return made
}

const originOf = (ctx: Ctx): Origin =>
  origins.get(ctx) ?? { source: ctx.origin.via === 'job' ? `job:${ctx.origin.requestId}` : 'manual', seen: ctx.now }

/** Notes for each field that got a value where it came from: by hand, or the import or scan that wrote it. One statement. */
export const noteSources = async (ctx: Ctx, drafts: readonly Draft[]): Promise<void> => {
  if (ctx.caller.system) return
  const { source, seen } = originOf(ctx)
  const at = [seen.toISOString(), seen.toISOString()]
  // Rows of a list mostly have the same fields filled: what is noted of them is told once.
  const alike = new Map<string, { seen: object; assets: string[] }>()
  for (const { before, after } of drafts) {
    const given = noted.filter((key) => after[key] != null && (before === null || canonicalJson(before[key] ?? null) !== canonicalJson(after[key])))
    if (given.length === 0) continue
    const known = alike.get(given.join()) ?? { seen: Object.fromEntries(given.map((key) => [key, at])), assets: [] }
    known.assets.push(after.id)
    alike.set(given.join(), known)
  }
  if (alike.size === 0) return
  // A new asset has no sources yet.
  const again = drafts.every(({ before }) => before === null) ? sql`` : sql`on conflict (org_id, asset, source) do update set seen = s.seen || (
      select jsonb_object_agg(n.key, jsonb_build_array(coalesce(s.seen -> n.key -> 0, n.value -> 0), greatest(s.seen -> n.key ->> 1, n.value ->> 1)))
      from jsonb_each(excluded.seen) n)`
  await sql`insert into asset_source as s (org_id, asset, source, seen)
    select ${ctx.org.id}, a, ${source}, r.seen from jsonb_to_recordset(${JSON.stringify([...alike.values()])}::jsonb) as r(seen jsonb, assets uuid[]) cross join unnest(r.assets) a
    ${again}`.execute(ctx.tx)
}
