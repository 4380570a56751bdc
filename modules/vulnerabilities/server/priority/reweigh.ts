import { rowsByIds, updateRecords, type Ctx } from '@heng/server-kit'
import { sql, type RawBuilder } from 'kysely'
import { asRoom } from '../asRoom.ts'
import { vulnerability } from '../vulnerability/register.ts'
import { since, weighRows } from './weighRows.ts'

const chunk = 2_000

export type ToWeigh = { readonly targets: readonly string[] } | { readonly assets: readonly string[] } | { readonly cves: readonly string[] } | { readonly all: true }

const which = (ctx: Ctx, of: ToWeigh): RawBuilder<unknown> =>
  'targets' in of ? sql`v.target = any(${of.targets}::uuid[])`
    : 'assets' in of ? sql`v.asset = any(${of.assets}::uuid[])`
      : 'cves' in of ? sql`v.id in (select c.vulnerability from vulnerability_cve c where c.org_id = ${ctx.org.id} and c.cve = any(${of.cves}::text[]))` : sql`true`

/**
 * Weighs open vulnerabilities anew and writes those whose priority, day or figures moved; history says by what. Statements per two thousand.
 * `progress` hears of each of these.
 */
export const reweigh = async (ctx: Ctx, of: ToWeigh, { reason, progress }: { reason?: string; progress?: (done: number) => Promise<void> } = {}): Promise<{ looked: number; moved: number }> => {
  let [after, looked, moved] = ['00000000-0000-0000-0000-000000000000', 0, 0]
  for (;;) {
    const { rows } = await sql<{ id: string }>`select v.id from vulnerability v where v.org_id = ${ctx.org.id} and v.id > ${after}::uuid and v.state in ('open', 'confirmed', 'inProgress', 'fixed', 'accepted') and ${which(ctx, of)}
      order by v.id limit ${chunk}`.execute(ctx.tx)
    if (rows.length === 0) return { looked, moved }
    after = rows.at(-1)!.id
    const standing = await rowsByIds(ctx, vulnerability, rows.map(({ id }) => id), true)
    const weights = await weighRows(ctx, standing.map((row) => ({ row, isOpen: row.rank !== null, from: since(row) })))
    const figures = ['priority', 'dueOn', 'rank', 'epss', 'exploited'] as const
    const changed = standing.flatMap((row, i) => (figures.some((key) => (row[key] ?? null) !== (weights[i]![key] ?? null)) ? [{ id: row.id, values: { ...weights[i]! } }] : []))
    await updateRecords(asRoom(ctx), vulnerability, changed, reason, 'updated', { recordedAs: 'weighed' })
    looked += rows.length
    moved += changed.length
    await progress?.(looked)
  }
}
