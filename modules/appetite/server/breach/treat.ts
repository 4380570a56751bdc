import { HengError, notFound } from '@heng/contract'
import { authorise, resourceOf, rowsByIds, updateRecords, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import { today } from '../days.ts'
import { asRoom, loadFor, shown } from '../shown.ts'
import { breach } from './register.ts'

interface MeasureRow {
  readonly id: string
  readonly reference: string
  readonly title: string
  readonly state: string
  readonly due: string | null
}

/** Measures under way that bear on the risk. One statement. */
const measuresOf = async (ctx: Ctx, risk: string): Promise<MeasureRow[]> => {
  const { rows } = await sql<MeasureRow>`select m.id, m.reference, m.title, m.state, m.due from measure_risk l
    join treatment_measure m on m.org_id = l.org_id and m.id = l.measure and m.archived_at is null and m.state in ('planned', 'inProgress', 'done')
    where l.org_id = ${ctx.org.id} and l.risk = ${risk} order by m.due nulls last, m.id limit 100`.execute(ctx.tx)
  return rows
}

/** What could answer a breach: measures of its risk that are neither verified nor cancelled. */
export const measures = async (ctx: Ctx, { id }: { id: string }) => {
  const [row] = await rowsByIds(ctx, breach, [id])
  if (row === undefined) throw notFound('toleranceBreach')
  authorise(ctx, 'toleranceBreach:read', resourceOf(breach, row))
  return { items: await measuresOf(ctx, row.risk as string) }
}

/** The risk is being treated: the breach is answered until the measure's day, or until it is verified and was not enough. */
export const treat = async (ctx: Ctx, { id, version, measure, reason }: { id: string; version: number; measure: string; reason?: string }) => {
  const row = await loadFor(ctx, breach, 'toleranceBreach:answer', { id, version })
  if (row.state === 'closed') throw new HengError('appetite.breachClosed', { status: 409 })
  const chosen = (await measuresOf(ctx, row.risk as string)).find((m) => m.id === measure)
  if (chosen === undefined) throw new HengError('appetite.measureElsewhere', { fields: [{ path: 'measure', code: 'reference' }] })
  if (chosen.due === null || (chosen.due < today(ctx) && chosen.state !== 'done')) throw new HengError('appetite.measureWithoutDay', { params: { reference: chosen.reference }, fields: [{ path: 'measure', code: 'custom' }] })
  const values = {
    state: 'answered', answer: 'treatment', measure, acceptance: null, exceptionUntil: null, exceptionReason: null, exceptionLevel: null, exceptionAsked: false,
    answeredAt: ctx.now.toISOString(), answeredBy: ctx.caller.personId, reopenedBecause: null,
  }
  const [saved] = await updateRecords(asRoom(ctx), breach, [{ id, version, values }], reason, 'updated', { recordedAs: 'answered' })
  return shown(ctx, breach, saved!)
}
