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
  const rows = drafts.flatMap(({ before, after }) =>
    noted
      .filter((key) => after[key] != null && canonicalJson(before?.[key] ?? null) !== canonicalJson(after[key]))
      .map((field) => ({ asset: after.id, field })),
  )
  if (rows.length === 0) return
  await sql`insert into asset_source (org_id, asset, field, source, first_seen, last_seen)
    select ${ctx.org.id}, r.asset, r.field, ${source}, ${seen}, ${seen}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(asset uuid, field text)
    on conflict (org_id, asset, field, source) do update set last_seen = greatest(asset_source.last_seen, excluded.last_seen)`.execute(ctx.tx)
}
