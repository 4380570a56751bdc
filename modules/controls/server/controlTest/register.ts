import { invalid } from '@heng/contract'
import { addDays, normaliseRule } from '@heng/engine-assurance'
import { allows, register, type Ctx, type Draft, type StoredRow } from '@heng/server-kit'
import { sql } from 'kysely'
import { controlTest as noun } from '../../contract/controlTest.ts'
import { dayIn } from '../control/rules.ts'
import { usualGrace } from '../effectiveness/figures.ts'
import { recomputeEffectiveness } from '../effectiveness/recompute.ts'
import { controlsForTests } from './store.ts'
import { dueAfter, requireSchedule } from './schedule.ts'

const derive = async (ctx: Ctx, drafts: readonly Draft[]): Promise<void> => {
  const turned = drafts.filter(({ before, after }) => before?.control !== after.control).map(({ after }) => after.control as string)
  const controls = turned.length === 0 ? null : await controlsForTests(ctx, turned)
  const day = dayIn(ctx.org.timezone, ctx.now)
  for (const { before, after } of drafts) {
    if (before?.control !== after.control) {
      const of = controls?.get(after.control as string)
      // Who tests a control has a say in what its risks come to: that takes the right to change it.
      if (of === undefined || !allows(ctx, 'control:write', { unitId: of.unit })) throw invalid('control', 'reference')
      after.controlOwner = of.owner
      if (before === null) after.unit ??= of.unit
    }
    if (typeof after.schedule === 'string') after.schedule = normaliseRule(after.schedule) || null
    after.nextDue = dueAfter(after.schedule as string | null, after.startsOn as string, after.lastPerformedOn as string | null)
    after.overdue = after.state === 'active' && after.nextDue !== null && addDays(after.nextDue as string, (after.graceDays ?? usualGrace) as number) < day
  }
}

const check = (_ctx: Ctx, drafts: readonly Draft[]): void => {
  for (const { before, after } of drafts) {
    requireSchedule(after.schedule as string | null, after.startsOn as string)
    if ((after.confidence === null) !== (after.tolerableRate === null)) throw invalid(after.confidence === null ? 'confidence' : 'tolerableRate', 'together')
    const isAlone = after.tester !== null && after.tester === after.controlOwner && after.independence !== 'preferred'
    const isNew = before === null || ['tester', 'independence', 'control'].some((key) => before[key] !== after[key])
    if (isAlone && isNew) throw invalid('tester', 'notIndependent')
  }
}

/** What of a procedure its control's figure rests on. */
const weighs = ['control', 'kind', 'schedule', 'startsOn', 'graceDays', 'lastResult', 'lastPerformedOn', 'archivedAt']
const afterwards = async (ctx: Ctx, drafts: readonly Draft[]): Promise<void> => {
  const touched = drafts.filter(({ before, after }) => weighs.some((key) => (before?.[key] ?? null) !== (after[key] ?? null)))
  const isTested = touched.some(({ before, after }) => before !== null && before.lastResult !== after.lastResult)
  const ids = touched.flatMap(({ before, after }) => [after.control, before?.control]).filter((id) => typeof id === 'string')
  await recomputeEffectiveness(ctx, ids, isTested ? 'result' : 'procedure')
}

const ofControl = (what: string) => sql.raw(`(select c.${what} from control c where c.org_id = t.org_id and c.id = t.control)`)
/** Today by the organisation's calendar; the same for every row, so asked once a statement. */
const today = sql`(select (now() at time zone o.timezone)::date from organisation o where o.id = nullif(current_setting('app.org_id', true), '')::uuid)`

export const controlTest = register(noun, {
  table: 'control_test',
  defaultSort: 'nextDue',
  computed: {
    controlOwner: ofControl('owner'),
    overdue: sql`(t.next_due is not null and t.state = 'active' and t.next_due + coalesce(t.grace_days, ${sql.lit(usualGrace)}) < ${today})`,
  },
  derive,
  check,
  afterwards,
  resource: (row: StoredRow) => ({ unitId: row.unit as string | null, ownerIds: [row.tester as string | null, row.controlOwner as string | null] }),
  alsoOwn: (person) => sql`(t.tester = ${person}::uuid or t.control in (select c.id from control c where c.org_id = t.org_id and c.owner = ${person}::uuid))`,
})
