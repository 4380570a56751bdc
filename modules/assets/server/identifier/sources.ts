import { canonicalJson, type Ctx, type Draft } from '@heng/server-kit'
import { sql } from 'kysely'
import { asset as noun } from '../../contract/asset.ts'

const noted = Object.entries(noun.fields).filter(([, f]) => f.writable).map(([key]) => key)

/** Notes for each field that got a value where it came from: by hand, or the job (import, scan) that wrote it. One statement. */
export const noteSources = async (ctx: Ctx, drafts: readonly Draft[]): Promise<void> => {
  if (ctx.caller.system) return
  const source = ctx.origin.via === 'job' ? `job:${ctx.origin.requestId}` : 'manual'
  const rows = drafts.flatMap(({ before, after }) =>
    noted
      .filter((key) => after[key] != null && canonicalJson(before?.[key] ?? null) !== canonicalJson(after[key]))
      .map((field) => ({ asset: after.id, field })),
  )
  if (rows.length === 0) return
  await sql`insert into asset_source (org_id, asset, field, source, first_seen, last_seen)
    select ${ctx.org.id}, r.asset, r.field, ${source}, ${ctx.now}, ${ctx.now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(asset uuid, field text)
    on conflict (org_id, asset, field, source) do update set last_seen = excluded.last_seen`.execute(ctx.tx)
}
