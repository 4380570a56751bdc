import { sampleLosses, type SampleLoss } from '@heng/content-sample/losses'
import { HengError } from '@heng/contract'
import { createRecords, startJob, type Ctx, type JobHandler, type StoredRow } from '@heng/server-kit'
import { sql } from 'kysely'
import { figuresFrom } from '../model/bases.ts'
import { digitsOf } from '../model/money.ts'
import { quantification } from '../quantification/register.ts'
import { inputsOf, keep } from '../quantification/simulate.ts'

/** Only where nobody has quantified anything, not even what was archived. */
const refuseUsed = async (ctx: Ctx): Promise<void> => {
  const { rows } = await sql`select 1 from quantification where org_id = ${ctx.org.id} limit 1`.execute(ctx.tx)
  if (rows.length > 0) throw new HengError('quantification.examplesNotEmpty', { status: 409 })
}

export const loadExamples = async (ctx: Ctx) => {
  await refuseUsed(ctx)
  return { jobId: await startJob(ctx, 'quantification.examples', {}, sampleLosses.length + 1) }
}

type ByName = ReadonlyMap<string, string>
const idsBy = async (ctx: Ctx, table: string, column: string, names: readonly string[]): Promise<ByName> => {
  const { rows } = await sql<{ id: string; name: string }>`select id, ${sql.ref(column)} as name from ${sql.table(table)} where org_id = ${ctx.org.id} and archived_at is null and ${sql.ref(column)} = any(${names}::text[])`.execute(ctx.tx)
  return new Map(rows.map(({ id, name }) => [name, id]))
}

const create = (ctx: Ctx, noun: string, rows: readonly Readonly<Record<string, unknown>>[]): Promise<StoredRow[]> => createRecords(ctx, ctx.kit.registers.get(noun)!, rows)

/** The examples as records of the register, by whoever asked for them. Assets and people of the sample company are linked where they are there. */
const write = async (ctx: Ctx): Promise<StoredRow[]> => {
  await refuseUsed(ctx)
  const of = <K extends 'title' | 'consequence' | 'rationale' | 'sources' | 'asset'>(one: SampleLoss, key: K): string => one[key][ctx.locale]
  const assets = await idsBy(ctx, 'asset', 'name', sampleLosses.map((one) => of(one, 'asset')))
  const people = await idsBy(ctx, 'person', 'email', sampleLosses.map(({ owner }) => owner))
  const wanted = sampleLosses.flatMap((one, at) => one.controls.map((control) => ({ at, control })))
  const controls = await create(ctx, 'control', wanted.map(({ control: { name, type } }) => ({ name: name[ctx.locale], type, state: 'implemented' })))
  const effects = (at: number) => wanted.flatMap((one, i) => (one.at === at ? [{ control: controls[i]!.id, reductions: [], frequency: one.control.frequency, magnitude: one.control.magnitude }] : []))
  const risks = await create(ctx, 'risk', sampleLosses.map((one, at) => ({
    title: of(one, 'title'), consequence: of(one, 'consequence'), asset: assets.get(of(one, 'asset')) ?? null, owner: people.get(one.owner) ?? null, option: 'reduce',
    existingControls: effects(at).map(({ control }) => control), controlEffects: effects(at),
  })))
  const digits = 10 ** digitsOf(ctx.org.currency)
  await create(ctx, 'treatmentMeasure', sampleLosses.flatMap((one, at) => one.measures.map(({ title, cost, frequency, magnitude }) => ({
    title: title[ctx.locale], owner: people.get(one.owner) ?? null, cost: { minor: cost * digits, currency: ctx.org.currency },
    effects: [{ risk: risks[at]!.id, reductions: [], frequency, magnitude }],
  }))))
  return createRecords(ctx, quantification, sampleLosses.map((one, at) => ({ risk: risks[at]!.id, model: one.model, rationale: of(one, 'rationale'), sources: of(one, 'sources') })))
}

/** Brings the examples in with the rights of whoever asked, then simulates them. */
export const writeExamples: JobHandler = async ({ asStarter, transaction, progress }) => {
  const total = sampleLosses.length + 1
  const rows = await asStarter(write)
  for (const [i, { id }] of rows.entries()) {
    await progress(i + 1, total)
    const inputs = await transaction(async (ctx) => inputsOf(ctx, rows[i]!))
    const bases = await figuresFrom(inputs, {}, 'later')
    await transaction((ctx) => keep(ctx, id, inputs, bases, null))
  }
  await progress(total, total)
  return { simulated: rows.length }
}
