import type { Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import { isRise } from './level.ts'

/** An asset that is more exposed than it was, and by what. */
export interface Rise {
  readonly asset: string
  readonly level: number
  readonly before: number | null
  /** ISO 8601. */
  readonly at: string
  readonly vulnerability: { readonly id: string; readonly reference: string; readonly title: string; readonly version: number }
}

/** Those of these assets whose level rose when it last moved (`isRise`). One statement. */
export const exposureRises = async (ctx: Ctx, assets: readonly string[]): Promise<Rise[]> => {
  if (assets.length === 0) return []
  const { rows } = await sql<Rise>`select e.asset, e.level, e.before, to_char(e.moved_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at,
      jsonb_build_object('id', v.id, 'reference', v.reference, 'title', v.title, 'version', e.cause_version) as vulnerability
    from asset_exposure e join vulnerability v on v.org_id = e.org_id and v.id = e.cause where e.org_id = ${ctx.org.id} and e.asset = any(${assets}::uuid[])`.execute(ctx.tx)
  return rows.filter(({ before, level }) => isRise(before, level))
}
