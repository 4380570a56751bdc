import { inBoth, type Text, type Wording } from '@heng/contract'
import { rowsByIds, updateRecords, type Ctx, type StoredRow, type Subscription } from '@heng/server-kit'
import { closeWork, openWork } from '@heng/work/reads'
import { sql } from 'kysely'
import { inDays, today } from '../days.ts'
import { asRoom } from '../shown.ts'
import { policyNow } from '../statement/inForce.ts'
import { raiseTriggers, type Cause } from '../trigger/raise.ts'
import { indicator } from './register.ts'

const react = 'riskIndicator.react'
const measure = 'riskIndicator.measure'

const about = (row: StoredRow) => ({ noun: 'riskIndicator', id: row.id, reference: row.reference })
const whose = (row: StoredRow) => (row.owner === null ? { role: 'ismsManager' as const } : { assignee: row.owner as string })

const crossedTitle = (row: StoredRow): Text => {
  const [value, unit] = [row.value as number, row.measure as string]
  return row.state === 'red'
    ? { en: `Red: ${row.name as string} is at ${value} ${unit}`, 'zh-CN': `指标亮红灯：${row.name as string}达到 ${value} ${unit}` }
    : { en: `Amber: ${row.name as string} is at ${value} ${unit}`, 'zh-CN': `指标亮黄灯：${row.name as string}达到 ${value} ${unit}` }
}

/** Whoever answers for the indicator is asked to react, and linked risks are to be assessed anew from the state on that it says. */
const crossed = async (ctx: Ctx, ids: readonly string[]): Promise<void> => {
  const rows = (await rowsByIds(ctx, indicator, ids)).filter((r) => r.state === 'red' || r.state === 'amber')
  const { reviewDays } = await policyNow(ctx)
  const dueOn = inDays(ctx, reviewDays.indicator ?? 14)
  await openWork(ctx, rows.map((row) => ({ kind: react, title: crossedTitle(row), subject: about(row), dueOn, byHand: true, ...whose(row) })))
  const causes = rows.filter((row) => row.reopensAt === row.state || (row.reopensAt === 'amber' && row.state === 'red')).map((row): Cause => ({
    kind: 'indicator', title: crossedTitle(row), risks: row.risks as string[], source: { noun: 'riskIndicator', id: row.id, reference: row.reference, version: row.version },
  }))
  await raiseTriggers(ctx, causes.filter((c) => c.risks.length > 0))
}

/** A figure that arrived is no work any more; one back in green calls for nothing. */
const follow = async (ctx: Ctx, ids: readonly string[]): Promise<void> => {
  const rows = await rowsByIds(ctx, indicator, ids)
  const measured = rows.filter((r) => r.archivedAt !== null || r.active !== true || (r.nextDue !== null && (r.nextDue as string) > today(ctx)))
  if (measured.length > 0) await closeWork(ctx, { kind: measure, subject: { id: measured.map((r) => r.id) } })
  const green = rows.filter((r) => r.state === 'green' || r.archivedAt !== null)
  if (green.length > 0) await closeWork(ctx, { kind: react, subject: { id: green.map((r) => r.id) } }, { state: 'cancelled' })
}

/** Indicators whose day has come become work, and stale once it is over. */
export const openMeasuring = async (ctx: Ctx): Promise<void> => {
  const { rows: due } = await sql<{ id: string }>`select id from risk_indicator where org_id = ${ctx.org.id} and archived_at is null and active and next_due <= ${today(ctx)}::date order by next_due, id limit 2000`.execute(ctx.tx)
  const rows = await rowsByIds(ctx, indicator, due.map((r) => r.id))
  await updateRecords(asRoom(ctx), indicator, rows.filter((r) => r.state !== 'stale' && r.state !== 'noData').map(({ id }) => ({ id, values: {} })), undefined, 'updated', { recordedAs: 'becameStale' })
  const title = (name: Wording): Text => {
    const both = inBoth(name)
    return { en: `Measure: ${both.en}`, 'zh-CN': `采集指标：${both['zh-CN']}` }
  }
  await openWork(ctx, rows.map((row) => ({ kind: measure, title: title(row.name as string), subject: about(row), dueOn: row.nextDue as string, ...whose(row) })))
}

const on = (event: string, handle: (ctx: Ctx, ids: readonly string[]) => Promise<void>): Subscription => ({
  name: `appetite.work.${event}`, event, handle: (ctx, { payload }) => handle(ctx, (payload as { ids?: string[] }).ids ?? []),
})

export const indicatorWork: readonly Subscription[] = [on('riskIndicator.crossed', crossed), ...['updated', 'archived'].map((verb) => on(`riskIndicator.${verb}`, follow))]
