import { HengError } from '@heng/contract'
import { allows, canonicalJson, register, type Draft } from '@heng/server-kit'
import { sql } from 'kysely'
import { treatmentPlan as noun } from '../../contract/plan.ts'

type PlanState = 'draft' | 'inReview' | 'approved'
const steps: Readonly<Record<PlanState, readonly PlanState[]>> = { draft: ['inReview'], inReview: ['draft', 'approved'], approved: ['draft'] }
const contents = ['name', 'owner', 'summary', 'risks'] as const

const check = (_ctx: unknown, drafts: readonly Draft[], action: string): void => {
  for (const { before, after } of drafts) {
    if (before === null) continue
    const [was, is] = [before.state as PlanState, after.state as PlanState]
    if (was !== is && !steps[was].includes(is)) throw new HengError('risks.planState', { status: 409, params: { state: was } })
    const changed = contents.some((key) => canonicalJson(before[key] ?? null) !== canonicalJson(after[key] ?? null))
    if ((changed || action === 'archived') && was !== 'draft') throw new HengError('risks.planFrozen', { status: 409 })
  }
}

/** Whoever owns a risk of the plan may read it: they decide on it. */
const owners = sql`array(select distinct k.owner from plan_risk l join risk k on k.org_id = l.org_id and k.id = l.risk where l.org_id = t.org_id and l.plan = t.id and k.owner is not null)`

export const plan = register(noun, {
  table: 'treatment_plan',
  importable: false,
  defaultSort: '-id',
  links: { risks: { table: 'plan_risk', own: 'plan', other: 'risk' } },
  derive: (_ctx, drafts) => {
    for (const { after } of drafts) after.state ??= 'draft'
  },
  check,
  frozen: (row) => row.state !== 'draft',
  computed: { approvers: owners },
  resource: (row) => ({ ownerIds: [row.owner as string | null, ...((row.approvers ?? []) as string[])] }),
  alsoOwn: (person) => sql`exists (select 1 from plan_risk l join risk k on k.org_id = l.org_id and k.id = l.risk where l.org_id = t.org_id and l.plan = t.id and k.owner = ${person}::uuid)`,
  actions: (ctx, row) => {
    const resource = { ownerIds: [row.owner as string | null, ...((row.approvers ?? []) as string[])] }
    if (row.archivedAt !== null) return []
    if (row.state === 'draft' && allows(ctx, 'treatmentPlan:submit', resource)) return ['submit']
    return row.state === 'approved' && allows(ctx, 'treatmentPlan:write', resource) ? ['revise'] : []
  },
})
