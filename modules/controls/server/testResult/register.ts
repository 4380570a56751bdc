import { HengError, invalid } from '@heng/contract'
import { allows, canonicalJson, reach, register, type Ctx, type Draft, type StoredRow } from '@heng/server-kit'
import { sql } from 'kysely'
import { testResult as noun, type TestItem } from '../../contract/testResult.ts'
import { dayIn } from '../control/rules.ts'
import { checkContent, countItems, figuresOfSample } from './rules.ts'
import { testsOf } from './store.ts'

/** What a result says by itself, without the words that name it. */
const restsOn = ['test', 'items', 'examined', 'deviations', 'populationSize', 'performedOn']
const touches = ({ before, after }: Draft): boolean => before === null || restsOn.some((key) => canonicalJson(before[key] ?? null) !== canonicalJson(after[key] ?? null))

const derive = async (ctx: Ctx, drafts: readonly Draft[]): Promise<void> => {
  const touched = drafts.filter((draft) => touches(draft))
  if (touched.length === 0) return
  const tests = await testsOf(ctx, touched.map(({ after }) => after.test as string))
  for (const { before, after } of touched) {
    const test = tests.get(after.test as string)
    // A procedure that may not be read is answered like one that is not there.
    if (test === undefined || !allows(ctx, 'controlTest:read', { unitId: test.unit, ownerIds: [test.tester, test.controlOwner] })) throw invalid('test', 'reference')
    if (test.archived && before === null) throw invalid('test', 'archived')
    if (before === null) Object.assign(after, { state: 'draft', performedBy: after.performedBy ?? ctx.caller.personId })
    const items = (after.items ?? []) as readonly TestItem[]
    if (items.length > 0) Object.assign(after, countItems(items))
    if (after.examined !== null) after.deviations ??= 0
    const wanted = test.confidence === null || test.tolerableRate === null ? null : { confidence: test.confidence, tolerable: test.tolerableRate }
    Object.assign(after, {
      name: [test.name, after.performedOn].filter((part) => part !== null).join(' · ').slice(0, 300),
      control: test.control, unit: test.unit, tester: test.tester, controlOwner: test.controlOwner,
      ...figuresOfSample(after, wanted), confidence: wanted?.confidence ?? null, tolerableRate: wanted?.tolerable ?? null,
    })
  }
}

/** Whoever reaches a result as one of its own, writes it as its tester; owning the control is no reason to test it. */
const requireTester = (ctx: Ctx, row: StoredRow): void => {
  const by = reach(ctx, 'testResult:write')
  if (by.kind === 'all' || (by.kind === 'some' && row.unit !== null && by.unitIds.includes(row.unit as string))) return
  if (ctx.caller.personId === null || row.tester !== ctx.caller.personId) throw new HengError('testResult.testerOnly', { status: 403 })
}

const check = (ctx: Ctx, drafts: readonly Draft[]): void => {
  const today = dayIn(ctx.org.timezone, ctx.now)
  for (const { before, after } of drafts) {
    // What is concluded changes by the verbs of its states alone.
    if (before !== null && before.state !== 'draft' && before.state === after.state) throw new HengError('testResult.frozen', { status: 409, params: { reference: before.reference } })
    if (before !== null && before.state === 'draft' && before.test !== after.test) throw invalid('test', 'custom')
    requireTester(ctx, after)
    checkContent(before, after, today)
  }
}

const actions = (ctx: Ctx, row: StoredRow): string[] => {
  if (row.archivedAt !== null) return []
  const resource = { unitId: row.unit as string | null, ownerIds: [row.performedBy, row.tester, row.controlOwner] as (string | null)[] }
  const me = ctx.caller.personId
  if (row.state === 'draft') return allows(ctx, 'testResult:conclude', resource) ? ['conclude', 'draw'] : []
  return [
    ...(row.state === 'concluded' && me !== row.concludedBy && me !== row.performedBy && allows(ctx, 'testResult:review', resource) ? ['review'] : []),
    ...(row.state !== 'replaced' && allows(ctx, 'testResult:write', resource) ? ['replace'] : []),
  ]
}

const tester = sql`(select ct.tester from control_test ct where ct.org_id = t.org_id and ct.id = t.test)`
const controlOwner = sql`(select c.owner from control c where c.org_id = t.org_id and c.id = t.control)`

export const testResult = register(noun, {
  table: 'test_result',
  defaultSort: '-performedOn',
  computed: { tester, controlOwner },
  derive,
  check,
  actions,
  frozen: (row) => row.state !== 'draft',
  resource: (row: StoredRow) => ({ unitId: row.unit as string | null, ownerIds: [row.performedBy, row.tester, row.controlOwner] as (string | null)[] }),
  alsoOwn: (person) => sql`(t.performed_by = ${person}::uuid
    or t.test in (select ct.id from control_test ct where ct.org_id = t.org_id and ct.tester = ${person}::uuid)
    or t.control in (select c.id from control c where c.org_id = t.org_id and c.owner = ${person}::uuid))`,
})
