import { addDays, type Conclusion } from '@heng/engine-assurance'
import { annexA, currentFramework, requirementsOf } from '@heng/frameworks/reads'
import { createRecords, updateRecords, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import { asRoom } from '../asRoom.ts'
import { control } from '../control/register.ts'
import { dayIn } from '../control/rules.ts'
import { start } from '../control/start.ts'
import { controlTest } from '../controlTest/register.ts'
import { conclude } from './conclude.ts'
import { testResult } from './register.ts'
import { review } from './review.ts'

/** A control of a line of Annex A with a procedure that tests it; people by their mail addresses, days from today on. */
export interface PlannedTest {
  readonly requirement: string
  readonly state: string
  readonly owner: string
  readonly name: string
  readonly kind: string
  readonly tester: string
  readonly schedule: string | null
  readonly startsIn: number
  readonly graceDays: number | null
  readonly procedure: string | null
  readonly evidence: string | null
  readonly population: string | null
  readonly confidence: number | null
  readonly tolerableRate: number | null
}
export interface PlannedResult {
  /** Name of the procedure. */
  readonly test: string
  readonly performedIn: number
  readonly population: number | null
  readonly examined: number | null
  readonly deviations: number | null
  readonly conclusion: Conclusion
  readonly reviewer: string
  readonly rationale: string
}

/** How long a period the results of a sample speak of, in days. */
const period = 90

/**
 * Brings in controls, procedures and results of a sample company, through the rules that people's own pass. Only where Annex A is in use.
 * For the few rows of a sample: results are concluded and reviewed one by one, as people do.
 */
export const plantTests = async (ctx: Ctx, { tests, results }: { readonly tests: readonly PlannedTest[]; readonly results: readonly PlannedResult[] }): Promise<void> => {
  const framework = await currentFramework(ctx, annexA)
  if (framework === undefined) return
  const { rows } = await sql<{ id: string; email: string; unit: string | null }>`select id, email, unit from person where org_id = ${ctx.org.id}
    and email = any(${[...tests.flatMap((t) => [t.owner, t.tester]), ...results.map((r) => r.reviewer)]})`.execute(ctx.tx)
  const people = new Map(rows.map((row) => [row.email, row]))
  const controls = await controlsFor(ctx, framework.id, tests, people)
  const today = dayIn(ctx.org.timezone, ctx.now)
  const made = await createRecords(ctx, controlTest, tests.map(({ requirement, owner: _owner, state: _state, tester, startsIn, ...test }) => ({
    ...test, control: controls.get(requirement), state: 'active', independence: 'required', tester: people.get(tester)?.id ?? null, startsOn: addDays(today, startsIn),
  })))
  const byName = new Map(made.map((row) => [row.name as string, row]))
  for (const { test, performedIn, population, reviewer, conclusion, rationale, ...found } of results) {
    const procedure = byName.get(test)
    if (procedure === undefined) continue
    const on = addDays(today, performedIn)
    const [draft] = await createRecords(ctx, testResult, [{
      ...found, test: procedure.id, populationSize: population, periodFrom: addDays(on, -period), periodTo: addDays(on, -1), performedOn: on, performedBy: procedure.tester,
    }])
    const done = await conclude(speaking(ctx, procedure.tester as string | null), { id: draft!.id, version: 1, conclusion, rationale })
    await review(speaking(ctx, people.get(reviewer)?.id ?? null), { id: done.id, version: done.version })
  }
}

/** The fields name the people of the sample; history says who loaded it. */
const speaking = (ctx: Ctx, personId: string | null): Ctx => {
  const { caller, ...rest } = asRoom(ctx)
  return { ...rest, caller: { ...caller, personId } }
}

type People = ReadonlyMap<string, { readonly id: string; readonly unit: string | null }>

/** Controls begun from lines of Annex A, with owner, unit and state; by line. */
const controlsFor = async (ctx: Ctx, framework: string, tests: readonly PlannedTest[], people: People): Promise<ReadonlyMap<string, string>> => {
  const planned = new Map(tests.map((test) => [test.requirement, test]))
  const lines = (await requirementsOf(ctx, framework)).filter(({ ref }) => planned.has(ref))
  await start(ctx, { requirements: lines.map(({ id }) => id) })
  const { rows } = await sql<{ requirement: string; control: string }>`select requirement, min(control::text) as control from control_requirement
    where org_id = ${ctx.org.id} and requirement = any(${lines.map(({ id }) => id)}::uuid[]) group by 1`.execute(ctx.tx)
  const of = new Map(rows.map((row) => [row.requirement, row.control]))
  const found = new Map(lines.flatMap(({ id, ref }) => (of.has(id) ? [[ref, of.get(id)!] as const] : [])))
  await updateRecords(ctx, control, [...found].map(([ref, id]) => {
    const { state, owner } = planned.get(ref)!
    return { id, values: { state, owner: people.get(owner)?.id ?? null, unit: people.get(owner)?.unit ?? null } }
  }))
  return found
}
