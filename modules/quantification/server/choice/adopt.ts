import { HengError, notFound } from '@heng/contract'
import { createRecords, present, rowsByIds, startJob, updateRecords, type Ctx, type JobHandler } from '@heng/server-kit'
import type { ChoiceResults, FrozenChoice } from '../../contract/index.ts'
import { asRoom } from '../asRoom.ts'
import { measureChoice } from './register.ts'

interface Input {
  readonly id: string
  readonly name: string
  readonly cancelOthers: boolean
}

/** Begins to turn a choice into a treatment plan; once only. */
export const adopt = async (ctx: Ctx, { id, version, name, cancelOthers }: Input & { version: number }) => {
  const [row] = await rowsByIds(ctx, measureChoice, [id])
  if (row === undefined) throw notFound('measureChoice')
  if (row.version !== version) throw new HengError('versionConflict', { status: 409, data: { current: present(ctx, measureChoice, row) } })
  const results = row.results as ChoiceResults | null
  if (results === null || results.chosen.length === 0) throw new HengError('quantification.nothingChosen', { status: 409 })
  if (row.plan !== null) throw new HengError('quantification.adopted', { status: 409 })
  return { jobId: await startJob(ctx, 'measureChoice.adopt', { id, name, cancelOthers } satisfies Input) }
}

/** The last day of a year of the budget, the first of which is this one. */
const endOf = (ctx: Ctx, year: number): string => `${Number(new Intl.DateTimeFormat('en-CA', { timeZone: ctx.org.timezone, year: 'numeric' }).format(ctx.now)) + year}-12-31`

/**
 * Makes the plan, with the rights of whoever asked: all risks that a chosen measure bears on; dates of measures from the years in which they begin, where none was
 * set; on wish the others are cancelled, with the reason. Owners of measures have their tasks by the rules of treatment.
 */
export const makePlan: JobHandler = async ({ input, asStarter, progress }) => {
  const { id, name, cancelOthers } = input as Input
  const plan = await asStarter(async (ctx) => {
    const [row] = await rowsByIds(ctx, measureChoice, [id], true)
    if (row === undefined || row.plan !== null) return (row?.plan ?? null) as string | null
    const [frozen, results] = [row.frozen as FrozenChoice, row.results as ChoiceResults]
    const years = new Map(results.chosen.map(({ measure, year }) => [measure, year]))
    const risks = frozen.risks.filter(({ reductions }) => Object.keys(reductions).some((measure) => years.has(measure))).map((risk) => risk.id)
    const measures = ctx.kit.registers.get('treatmentMeasure')!
    const now = await rowsByIds(ctx, measures, frozen.measures.map((one) => one.id), true)
    const moving = now.filter((one) => one.archivedAt === null && (one.state === 'planned' || one.state === 'inProgress'))
    const dated = moving.flatMap((one) => (years.has(one.id) && one.due === null ? [{ id: one.id, values: { due: endOf(ctx, years.get(one.id)!) } }] : []))
    if (dated.length > 0) await updateRecords(ctx, measures, dated, row.reference)
    const others = moving.filter((one) => !years.has(one.id) && one.state === 'planned').map((one) => ({ id: one.id, values: { state: 'cancelled', outcome: row.reference } }))
    if (cancelOthers && others.length > 0) await updateRecords(ctx, measures, others, row.reference, 'updated', { recordedAs: 'cancelled' })
    const [made] = await createRecords(ctx, ctx.kit.registers.get('treatmentPlan')!, [{ name, owner: ctx.caller.personId, risks, summary: `${row.reference} ${String(row.name)}` }], row.reference)
    await updateRecords(asRoom(ctx), measureChoice, [{ id, values: { plan: made!.id } }], undefined, 'updated', { recordedAs: 'adopted' })
    return made!.id
  })
  await progress(1, 1)
  return { plan }
}
