import { HengError } from '@heng/contract'
import { allows, canonicalJson, register, type Ctx, type Draft, type StoredRow } from '@heng/server-kit'
import { sql } from 'kysely'
import { treatmentMeasure as noun, type Effects } from '../../contract/measure.ts'
import { criteriaInForce } from '../method/inForce.ts'
import { recompute } from '../risk/recompute.ts'
import { checkEffects, stateOf, type MeasureState } from './rules.ts'

const same = (a: unknown, b: unknown): boolean => canonicalJson(a ?? null) === canonicalJson(b ?? null)

/** A measure belongs where its first risk does, unless somebody says otherwise. */
const takeUnits = async (ctx: Ctx, drafts: readonly Draft[]): Promise<void> => {
  const open = drafts.filter((d) => d.before === null && d.after.unit === null && (d.after.risks as string[]).length > 0)
  if (open.length === 0) return
  const first = (row: StoredRow) => (row.effects as Effects)[0]!.risk
  const { rows } = await sql<{ id: string; unit: string | null }>`select id, unit from risk where org_id = ${ctx.org.id} and id = any(${open.map((d) => first(d.after))}::uuid[])`.execute(ctx.tx)
  const unitOf = new Map(rows.map((r) => [r.id, r.unit]))
  for (const { after } of open) after.unit = unitOf.get(first(after)) ?? null
}

const derive = async (ctx: Ctx, drafts: readonly Draft[]): Promise<void> => {
  for (const { before, after } of drafts) {
    after.progress ??= 0
    after.effects ??= []
    after.risks = [...new Set((after.effects as Effects).map((e) => e.risk))]
    after.state = after.state === 'verified' || after.state === 'cancelled' ? after.state : stateOf(after.progress as number, (before?.state ?? null) as MeasureState | null)
    if (after.state === 'done' && before?.state !== 'done') after.doneAt = ctx.now.toISOString()
    if (after.state === 'planned' || after.state === 'inProgress') after.doneAt = null
  }
  await takeUnits(ctx, drafts)
}

const check = async (ctx: Ctx, drafts: readonly Draft[]): Promise<void> => {
  for (const { before, after } of drafts) {
    const ended = before?.state === 'verified' || before?.state === 'cancelled'
    if (ended && before.state === after.state && before.archivedAt === after.archivedAt) throw new HengError('risks.measureEnded', { status: 409 })
  }
  const moved = drafts.filter(({ before, after }) => !same(before?.effects, after.effects) && (after.effects as Effects).length > 0)
  if (moved.length === 0) return
  const targets = (await criteriaInForce(ctx))?.method.targets
  for (const { after } of moved) if (targets !== undefined) checkEffects(after.effects as Effects, targets)
}

const owners = sql`array(select distinct k.owner from measure_risk l join risk k on k.org_id = l.org_id and k.id = l.risk where l.org_id = t.org_id and l.measure = t.id and k.owner is not null)`
const resource = (row: StoredRow) => ({ unitId: row.unit as string | null, ownerIds: [row.owner as string | null, ...((row.riskOwners ?? []) as string[])] })

const bearing = ['effects', 'state', 'verifiedAt', 'archivedAt'] as const

export const measure = register(noun, {
  table: 'treatment_measure',
  defaultSort: '-id',
  links: { risks: { table: 'measure_risk', own: 'measure', other: 'risk' } },
  derive,
  check,
  frozen: (row) => row.state === 'verified' || row.state === 'cancelled',
  computed: { riskOwners: owners },
  resource,
  alsoOwn: (person) => sql`exists (select 1 from measure_risk l join risk k on k.org_id = l.org_id and k.id = l.risk where l.org_id = t.org_id and l.measure = t.id and k.owner = ${person}::uuid)`,
  // Expected residual risk follows from the measures.
  afterwards: async (ctx, drafts) => {
    const moved = drafts.filter(({ before, after }) => bearing.some((key) => !same(before?.[key], after[key])))
    const risks = [...new Set(moved.flatMap(({ before, after }) => [...((before?.risks ?? []) as string[]), ...(after.risks as string[])]))]
    if (risks.length > 0) await recompute(ctx, { risks })
  },
  actions: (ctx, row) => {
    if (row.archivedAt !== null || row.state === 'verified' || row.state === 'cancelled') return []
    return [
      ...(row.state === 'done' && allows(ctx, 'treatmentMeasure:verify', resource(row)) && row.owner !== ctx.caller.personId ? ['verify'] : []),
      ...(allows(ctx, 'treatmentMeasure:write', resource(row)) ? ['cancel'] : []),
    ]
  },
})
