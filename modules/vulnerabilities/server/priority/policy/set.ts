import { HengError } from '@heng/contract'
import { emit, newIds, record, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import { policyInForce } from '../inForce.ts'
import { startReweighing } from '../reweigh.ts'
import { checked } from './checked.ts'

export interface SetPolicy {
  readonly definition: unknown
  readonly reason: string
  /** The version in force that the author saw. */
  readonly version: number
}

/** Puts a policy in force as the next version and starts weighing all by it. Throws `vulnerabilityPolicy.invalid`, `vulnerabilityPolicy.moved`. */
export const set = async (ctx: Ctx, { definition, reason, version: seen }: SetPolicy) => {
  const policy = checked(definition)
  // Two at once would both make the next version.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`vulnerabilityPolicy ${ctx.org.id}`}, 0))`.execute(ctx.tx)
  const before = await policyInForce(ctx)
  if (before.version !== seen) throw new HengError('vulnerabilityPolicy.moved', { status: 409, params: { version: before.version } })
  const version = before.version + 1
  const jobId = await startReweighing(ctx, { of: { all: true }, reason })
  await sql`insert into vulnerability_policy (id, org_id, version, definition, reason, decided_by, decided_at, job)
    values (${newIds(1)[0]}, ${ctx.org.id}, ${version}, ${JSON.stringify(policy)}::jsonb, ${reason}, ${ctx.caller.personId}, ${ctx.now}, ${jobId})`.execute(ctx.tx)
  // One policy an organisation, whose versions follow one another.
  await record(ctx, { noun: 'vulnerabilityPolicy', action: 'set', reason }, [{ id: ctx.org.id, reference: null, version, before: { definition: before.policy.policy }, after: { definition: policy } }])
  await emit(ctx, 'vulnerabilityPolicy.set', { version })
  return { version, jobId }
}
