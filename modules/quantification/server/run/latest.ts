import { authorise, labelsOf, reachCondition, rowsByIds, type Ctx } from '@heng/server-kit'
import { canonicalJson } from '@heng/server-kit'
import { sql } from 'kysely'
import type { FrozenRun } from '../../contract/index.ts'
import { shown } from '../shown.ts'
import { lossRun } from './register.ts'
import { frozenRisks } from './store.ts'

const inputOf = ({ model, reductions, group }: FrozenRun['risks'][number]): string =>
  canonicalJson({ model, group, reductions: reductions.map(({ id, effectiveness, frequency, magnitude }) => ({ id, effectiveness, frequency, magnitude })) })

/** How many risks of today are not as they were in a run, or not in it, or gone since. */
export const movedSince = (frozen: FrozenRun, today: FrozenRun['risks']): number => {
  const then = new Map(frozen.risks.map((risk) => [risk.id, inputOf(risk)]))
  const gone = frozen.risks.length - today.filter(({ id }) => then.has(id)).length
  return gone + today.filter((risk) => then.get(risk.id) !== inputOf(risk)).length
}

/** The latest finished run over everything, or over one unit. */
export const latest = async (ctx: Ctx, { unit }: { unit?: string | undefined }) => {
  const { rows } = await sql<{ id: string }>`select t.id from loss_run t where t.org_id = ${ctx.org.id} and t.archived_at is null and t.state = 'done'
    and t.unit is not distinct from ${unit ?? null}::uuid and ${reachCondition(ctx, lossRun) ?? sql`true`} order by t.started_at desc, t.id desc limit 1`.execute(ctx.tx)
  const [row] = rows.length === 0 ? [] : await rowsByIds(ctx, lossRun, [rows[0]!.id])
  const today = await frozenRisks(ctx, unit ?? null)
  if (row === undefined) return { run: null, labels: {}, risks: today.length, outdated: 0 }
  authorise(ctx, 'lossRun:read', { unitId: row.unit as string | null })
  return { run: shown(ctx, lossRun, row), labels: await labelsOf(ctx, lossRun.noun, [row]), risks: today.length, outdated: movedSince(row.frozen as FrozenRun, today) }
}
