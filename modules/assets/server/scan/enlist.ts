import { createRecords, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import { asset } from '../asset/register.ts'
import type { Identifier } from '../identifier/normalise.ts'
import { withSource } from '../identifier/sources.ts'

/** Something found that is to become an asset. */
export interface ToEnlist {
  readonly name: string
  readonly identifiers: readonly Identifier[]
  readonly unit: string | null
  readonly owner: string | null
  /** Where it is known from, as kept with its fields and identifiers. */
  readonly source: string
  readonly seenAt: Date
}

/** Enters component assets in use, with what recognises them, under the caller's rights. Answers their ids in this order. */
export const enlistAssets = async (ctx: Ctx, all: readonly ToEnlist[]): Promise<string[]> => {
  const ids: string[] = []
  for (const [source, own] of Map.groupBy(all, (one) => one.source)) {
    const seen = own[0]!.seenAt
    const rows = await createRecords(withSource(ctx, source, seen), asset, own.map(({ name, unit, owner }) => ({ tier: 'component', lifecycle: 'inUse', name: name.slice(0, 200), unit, owner })))
    const identifiers = own.flatMap((one, i) => one.identifiers.map(({ kind, value }) => ({ asset: rows[i]!.id, kind, value })))
    await sql`insert into asset_identifier (org_id, asset, kind, value, source, first_seen, last_seen)
      select ${ctx.org.id}, r.asset, r.kind, r.value, ${source}, ${seen}, ${seen} from jsonb_to_recordset(${JSON.stringify(identifiers)}::jsonb) as r(asset uuid, kind text, value text)
      on conflict (org_id, kind, value, asset) do nothing`.execute(ctx.tx)
    for (const [i, one] of own.entries()) ids[all.indexOf(one)] = rows[i]!.id
  }
  return ids
}
