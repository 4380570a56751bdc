import { HengError } from '@heng/contract'
import { allows, register, resourceOf, type Ctx, type Draft } from '@heng/server-kit'
import { sql } from 'kysely'
import { emergingRisk as noun } from '../../contract/emerging.ts'
import { mayBecome, open, type EmergingState } from './rules.ts'

/** Whoever reports is named by the server; the report belongs to their unit unless they name another. */
const derive = async (ctx: Ctx, drafts: readonly Draft[]): Promise<void> => {
  const fresh = drafts.filter(({ before }) => before === null).map(({ after }) => after)
  if (fresh.length === 0) return
  const { rows } = await sql<{ unit: string | null }>`select unit from person where org_id = ${ctx.org.id} and id = ${ctx.caller.personId}`.execute(ctx.tx)
  for (const after of fresh) {
    after.state ??= 'noted'
    after.reportedBy ??= ctx.caller.personId
    after.unit ??= rows[0]?.unit ?? null
  }
}

const check = (ctx: Ctx, drafts: readonly Draft[], action: string): void => {
  for (const { before, after } of drafts) {
    if (before === null) continue
    const [was, is] = [before.state as EmergingState, after.state as EmergingState]
    if (was !== is && !mayBecome(was, is)) throw new HengError('appetite.emergingState', { status: 409, params: { reference: before.reference } })
    if (was === is && !open(was)) throw new HengError('appetite.emergingDecided', { status: 409, params: { reference: before.reference } })
    // What is taken up belongs to whoever takes it up; a report is its reporter's until then.
    const mayTriage = ctx.caller.system || allows(ctx, 'emergingRisk:triage', resourceOf(emerging, before))
    if (!mayTriage && (was !== 'noted' || before.reportedBy !== ctx.caller.personId || action === 'archived')) throw new HengError('appetite.emergingTaken', { status: 403 })
  }
}

export const emerging = register(noun, {
  table: 'emerging_risk',
  defaultSort: '-id',
  derive,
  check,
  frozen: (row) => !open(row.state as EmergingState),
  actions: (ctx, row): string[] => {
    if (row.archivedAt !== null || !allows(ctx, 'emergingRisk:triage', resourceOf(emerging, row))) return []
    if (row.state === 'dismissed' || row.state === 'duplicate') return ['reopen']
    return open(row.state as EmergingState) ? ['watch', 'toScenario', 'toRisk', 'merge', 'dismiss'] : []
  },
})
